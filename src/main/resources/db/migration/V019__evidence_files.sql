-- Files of evidence. The bytes lie in the store of files; what is known of them is sealed, as they are, under the key of the
-- submission.
create table evidence_file (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    submission_no bigint not null,
    part text not null,
    state text not null check (state in ('arriving', 'unscanned', 'ready', 'gone')),
    sealed_about bytea,
    size bigint not null check (size > 0),
    removed boolean not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    foreign key (issuer_no, submission_no) references submission
);
create index evidence_file_of on evidence_file (issuer_no, submission_no, id);
create index evidence_file_unfinished on evidence_file (state, changed_at) where state <> 'ready';

-- What was submitted has the files that were there; they stay as long as it does.
create table submission_version_file (
    issuer_no integer not null,
    submission_no bigint not null,
    round integer not null,
    file_no bigint not null,
    primary key (issuer_no, submission_no, round, file_no),
    foreign key (issuer_no, submission_no, round) references submission_version,
    foreign key (issuer_no, file_no) references evidence_file
);
create index submission_version_file_by on submission_version_file (issuer_no, file_no);

-- By what the same, or nearly the same, is found again within one organisation: keyed, so that it tells nothing of the words.
create table evidence_fingerprint (
    issuer_no integer not null,
    submission_no bigint not null,
    round integer not null,
    part text not null,
    kind text not null check (kind in ('file', 'words')),
    value bytea not null,
    bands bigint[] not null,
    foreign key (issuer_no, submission_no, round) references submission_version
);
create index evidence_fingerprint_of on evidence_fingerprint (issuer_no, submission_no, round);
create index evidence_fingerprint_same on evidence_fingerprint (issuer_no, value) where kind = 'file';
create index evidence_fingerprint_like on evidence_fingerprint using gin (bands) where kind = 'words';
