-- Numbers of rows: one sequence for all tables, so that a number names one row.
create sequence row_number;
create sequence issuer_number as integer;

-- The one installation: the base URL is part of every DID and URL that was ever signed.
create table installation (
    only_one boolean primary key default true check (only_one),
    base_url text not null,
    created_at timestamptz not null default now()
);

-- Keys of persons, apart from their data: deleting one erases a person.
create table person_key (
    issuer_no integer not null,
    person_no bigint not null,
    wrapped_key bytea not null,
    primary key (issuer_no, person_no)
);

-- What happened, written in the transaction that caused it.
create table outbox (
    issuer_no integer not null,
    id bigint not null,
    type text not null,
    subject text not null,
    actor text not null,
    detail text not null,
    occurred_at timestamptz not null,
    primary key (issuer_no, id)
);

-- Answers of once-only calls (Idempotency-Key), kept for at least 24 hours.
create table once_only_answer (
    caller text not null,
    key_hash bytea not null,
    fingerprint bytea not null,
    status integer not null,
    headers text not null,
    body bytea not null,
    issuer_no integer,
    person_no bigint,
    created_at timestamptz not null,
    primary key (caller, key_hash)
);
create index once_only_answer_age on once_only_answer (created_at);
