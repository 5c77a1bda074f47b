-- Passkeys: public keys by which people sign in without a password (Web Authentication Level 3).
create table passkey (
    id bigint primary key,
    public_id text not null unique,
    account_no bigint not null references account,
    credential_id bytea not null unique,
    public_key bytea not null,
    sign_count bigint not null,
    sealed_name bytea not null,
    created_at timestamptz not null,
    used_at timestamptz
);
create index passkey_of on passkey (account_no, id);

-- What browsers were asked to sign: each once, within five minutes. Account 0 is whoever wants to sign in.
create table passkey_challenge (
    hash bytea primary key,
    account_no bigint not null,
    ends_at timestamptz not null
);
create index passkey_challenge_end on passkey_challenge (ends_at);
