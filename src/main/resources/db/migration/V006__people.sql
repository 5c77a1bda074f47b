-- People who sign in. Organisation 0 is the programme itself; their keys are in person_key under that number.
create table account (
    id bigint primary key,
    public_id text not null unique,
    sealed_name bytea,
    password_hash text,
    state text not null check (state in ('active', 'merged', 'erased')),
    merged_into bigint references account,
    version bigint not null,
    created_at timestamptz not null
);

-- Addresses that were proven to be theirs, found again by a keyed hash; one account an address.
create table account_address (
    lookup bytea primary key,
    account_no bigint not null references account,
    sealed_address bytea not null,
    proven_at timestamptz not null
);
create index account_address_of on account_address (account_no);

-- Who is what, where.
create table membership (
    account_no bigint not null references account,
    organisation integer not null,
    organisation_id text not null,
    role text not null,
    given_by text not null,
    given_at timestamptz not null,
    primary key (account_no, organisation, role)
);
create index membership_at on membership (organisation, account_no);

-- Links that let in whoever holds them, once: into a role, or to a new password.
create table account_link (
    id bigint primary key,
    public_id text not null unique,
    token_hash bytea not null unique,
    kind text not null check (kind in ('invitation', 'recovery')),
    organisation integer,
    organisation_id text,
    role text,
    account_no bigint references account,
    lookup bytea,
    sealed_address bytea,
    made_by text not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz,
    withdrawn_at timestamptz
);
create index account_link_at on account_link (organisation, id);

create table session (
    id bigint primary key,
    public_id text not null unique,
    account_no bigint not null references account,
    token_hash bytea not null unique,
    agent text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz
);
create index session_of on session (account_no, id);

-- Failed attempts to sign in with an address, whether or not anybody has it.
create table sign_in_guard (
    lookup bytea primary key,
    failures integer not null,
    last_at timestamptz not null,
    blocked_until timestamptz
);
