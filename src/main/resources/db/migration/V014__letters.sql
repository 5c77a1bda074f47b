-- Letters to be sent, written in the transaction that caused them: about what, and to nobody by name. Whom they go to and
-- what they say is read when they are sent; a secret, such as the token of a link, is sealed until then.
create table letter (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    kind text not null,
    subject text not null,
    person_issuer_no integer,
    person_no bigint,
    sealed_secret bytea,
    bulk boolean not null,
    state text not null check (state in ('waiting', 'sent', 'refused', 'failed', 'dropped')),
    due_at timestamptz not null,
    lease uuid,
    attempts integer not null,
    first_tried_at timestamptz,
    answer text,
    written_at timestamptz not null,
    settled_at timestamptz,
    primary key (issuer_no, id)
);
create index letter_waiting on letter (bulk, due_at, id) where state = 'waiting';
create index letter_about on letter (issuer_no, subject);

-- How many letters may be sent at this moment, for all machines that share the database.
create table letter_pace (
    only_one boolean primary key default true check (only_one),
    allowed double precision not null,
    counted_at timestamptz not null
);
insert into letter_pace values (true, 0, '2026-01-01T00:00:00Z');

-- Whether who is awarded by a batch is told.
alter table batch add column notify boolean not null default false;
