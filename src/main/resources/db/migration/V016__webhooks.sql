-- Addresses that are told what happens at an issuer. Secrets are sealed; while one is replaced, the one before is used beside it.
create table webhook (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null unique,
    url text not null,
    types text[] not null,
    state text not null check (state in ('enabled', 'disabled', 'removed')),
    sealed_secret bytea not null,
    sealed_before bytea,
    before_until timestamptz,
    failures integer not null,
    failing_since timestamptz,
    resting_until timestamptz not null,
    created_at timestamptz not null,
    created_by text not null,
    primary key (issuer_no, id)
);

-- Events on their way, written in their own transactions. A lease lasts until due_at.
create table webhook_delivery (
    issuer_no integer not null,
    id bigint not null,
    webhook_no bigint not null,
    public_id text not null,
    type text not null,
    subject text not null,
    occurred_at timestamptz not null,
    state text not null check (state in ('waiting', 'delivered', 'failed')),
    due_at timestamptz not null,
    lease uuid,
    attempts integer not null,
    status integer,
    fault text,
    settled_at timestamptz,
    primary key (issuer_no, id)
);
create index webhook_delivery_waiting on webhook_delivery (issuer_no, webhook_no, due_at, id) where state = 'waiting';
create index webhook_delivery_held on webhook_delivery (issuer_no, webhook_no) where lease is not null;
create index webhook_delivery_of on webhook_delivery (issuer_no, webhook_no, id);
create index webhook_delivery_settled on webhook_delivery (settled_at) where settled_at is not null;
