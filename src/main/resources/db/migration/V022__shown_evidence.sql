-- Evidence that badges show, as far as its educator agreed. Its address cannot be guessed, and only the hash of that is in the
-- clear: what is known of it is sealed under the key of the submission, texts with their salt, too.
create table shown_evidence (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    submission_no bigint not null,
    token_hash bytea not null,
    sealed_about bytea,
    sealed_text bytea,
    made_at timestamptz not null,
    closed_at timestamptz,
    erased_at timestamptz,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    unique (token_hash),
    foreign key (issuer_no, submission_no) references submission
);
create index shown_evidence_of on shown_evidence (issuer_no, submission_no);

-- Which badges name it: the one that was awarded for it, and those that took its place. Who holds one opens and closes it.
create table award_evidence (
    issuer_no integer not null,
    award_no bigint not null,
    evidence_no bigint not null,
    primary key (issuer_no, award_no, evidence_no),
    foreign key (issuer_no, award_no) references award,
    foreign key (issuer_no, evidence_no) references shown_evidence
);
create index award_evidence_by on award_evidence (issuer_no, evidence_no);

-- What may not be erased for now: a recipient, or somebody for whom a program hands in, by what they are found again with.
create table legal_hold (
    issuer_no integer not null references issuer,
    subject bytea not null,
    reason text not null,
    held_by text not null,
    held_at timestamptz not null,
    primary key (issuer_no, subject)
);
create index submission_for on submission (issuer_no, lookup) where lookup is not null;
create index submission_awarded on submission (issuer_no, award_id) where award_id is not null;
