-- Many awards in one go. The rows are stored before anything is signed: they are the written intention.
create table batch (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    state text not null,
    mode text not null,
    duplicates text not null,
    dry_run boolean not null,
    columns text not null,
    total integer not null,
    fault text,
    request_key bytea,
    content_hash bytea,
    created_by text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    take_back_at timestamptz,
    take_back_reason text,
    take_back_by text,
    taken_back_at timestamptz,
    version bigint not null,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    unique (issuer_no, created_by, request_key)
);
create index batch_active on batch (state) where state in ('receiving', 'checking', 'queued', 'running');
create index batch_take_back on batch (take_back_at) where take_back_at is not null and taken_back_at is null;

-- What was handed in, sealed. The twin is the same for the same person and micro-credential.
create table batch_row (
    issuer_no integer not null,
    batch_no bigint not null,
    row_no integer not null,
    sealed_request bytea,
    lookup bytea,
    twin bytea,
    external_id text,
    primary key (issuer_no, batch_no, row_no),
    foreign key (issuer_no, batch_no) references batch (issuer_no, id)
);
create index batch_row_external on batch_row (issuer_no, batch_no, external_id, row_no) where external_id is not null;
create index batch_row_twin on batch_row (issuer_no, batch_no, twin, row_no) where twin is not null;
create index batch_row_person on batch_row (issuer_no, lookup) where lookup is not null;

-- What is done in one go, by whoever holds the lease.
create table batch_chunk (
    issuer_no integer not null,
    batch_no bigint not null,
    chunk_no integer not null,
    first_row integer not null,
    last_row integer not null,
    state text not null,
    lease uuid,
    leased_until timestamptz,
    attempts integer not null,
    awarded integer not null,
    skipped integer not null,
    failed integer not null,
    valid integer not null,
    done_at timestamptz,
    primary key (issuer_no, batch_no, chunk_no),
    foreign key (issuer_no, batch_no) references batch (issuer_no, id)
);
create index batch_chunk_open on batch_chunk (issuer_no, batch_no, chunk_no) where state <> 'done';

-- What came of a row, written in the transaction of its award: the key makes a second award for a row impossible.
create table batch_outcome (
    issuer_no integer not null,
    batch_no bigint not null,
    row_no integer not null,
    state text not null,
    award_id text,
    credential_id text,
    faults text,
    primary key (issuer_no, batch_no, row_no),
    foreign key (issuer_no, batch_no) references batch (issuer_no, id)
);
