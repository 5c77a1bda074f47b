-- One list, one purpose; indexes are handed out in a secret order, never twice.
create table status_list (
    issuer_no integer not null references issuer,
    list_no integer not null,
    purpose text not null,
    next_position integer not null,
    bits bytea not null,
    version bigint not null,
    changed_at timestamptz not null,
    primary key (issuer_no, list_no)
);

create table recipient (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    lookup bytea,
    sealed_identity bytea,
    created_at timestamptz not null,
    erased_at timestamptz,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    unique (issuer_no, lookup)
);

-- What was signed, sealed under the person's key, served byte for byte.
create table credential (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    person_no bigint not null,
    sealed_json bytea,
    sealed_jwt bytea,
    json_sha256 bytea not null,
    jwt_sha256 bytea not null,
    created_at timestamptz not null,
    erased_at timestamptz,
    primary key (issuer_no, id),
    unique (issuer_no, public_id)
);

create table award (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    credential_id text not null,
    achievement_no bigint not null,
    person_no bigint not null,
    state text not null,
    reason text,
    external_id text,
    valid_from timestamptz not null,
    valid_until timestamptz,
    revocation_list integer not null,
    revocation_index integer not null,
    suspension_list integer,
    suspension_index integer,
    version bigint not null,
    issued_at timestamptz not null,
    issued_by text not null,
    changed_at timestamptz not null,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    unique (issuer_no, external_id),
    unique (issuer_no, revocation_list, revocation_index),
    unique (issuer_no, suspension_list, suspension_index),
    foreign key (issuer_no, achievement_no) references achievement (issuer_no, id),
    foreign key (issuer_no, person_no) references recipient (issuer_no, id)
);
create index award_by_achievement on award (issuer_no, achievement_no, id);
create index award_by_person on award (issuer_no, person_no, id);
