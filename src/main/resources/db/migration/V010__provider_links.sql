-- Who people are at their organisation's OpenID Connect provider: found by a keyed hash of issuer and subject.
create table oidc_link (
    id bigint primary key,
    public_id text not null unique,
    lookup bytea not null unique,
    account_no bigint not null references account,
    issuer text not null,
    sealed_subject bytea not null,
    created_at timestamptz not null,
    used_at timestamptz
);
create index oidc_link_of on oidc_link (account_no, id);

-- Sign-ins on their way to the provider: each comes back once, within five minutes, in the browser that began it.
create table oidc_flow (
    hash bytea primary key,
    next text not null,
    ends_at timestamptz not null
);
create index oidc_flow_end on oidc_flow (ends_at);
