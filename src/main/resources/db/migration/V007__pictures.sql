-- Pictures that issuers uploaded, as they were made of what came; a signed badge may name one, so none is ever deleted.
create table picture (
    issuer_no integer not null references issuer,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    content bytea not null,
    width integer not null,
    height integer not null,
    created_at timestamptz not null,
    primary key (issuer_no, digest)
);
