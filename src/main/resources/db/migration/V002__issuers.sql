create table issuer (
    issuer_no integer primary key,
    public_id text not null unique,
    slug text not null unique,
    did text not null unique,
    profile text not null,
    settings text not null,
    screening text not null,
    screening_by text not null,
    wrapped_data_key bytea not null,
    version bigint not null,
    keys_version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table issuer_key (
    issuer_no integer not null references issuer,
    id bigint not null,
    algorithm text not null,
    public_jwk text not null,
    wrapped_private bytea not null,
    state text not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    revoked_at timestamptz,
    primary key (issuer_no, id)
);

create table api_client (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null unique,
    name text not null,
    token_hash bytea not null unique,
    scopes text not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (issuer_no, id)
);

create table achievement (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    state text not null,
    definition text not null,
    human_code text,
    direct_award boolean not null,
    review text,
    review_by text,
    previous_version text,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    published_at timestamptz,
    primary key (issuer_no, id),
    unique (issuer_no, public_id)
);
