-- An award that took the place of another: at most one for each, so that two who renew or correct at once cannot both win.
create table award_replacement (
    issuer_no integer not null,
    id bigint not null,
    award_id text not null,
    credential_id text not null,
    replaces_no bigint not null,
    replaces_id text not null,
    replaces_credential_id text not null,
    kind text not null check (kind in ('renewal', 'correction')),
    made_at timestamptz not null,
    made_by text not null,
    primary key (issuer_no, id),
    unique (issuer_no, replaces_no),
    foreign key (issuer_no, id) references award,
    foreign key (issuer_no, replaces_no) references award
);

-- Awards that will be revoked, unless somebody thinks again. Those that were asked for together share a revocation.
create table planned_revocation (
    issuer_no integer not null,
    id bigint not null,
    revocation_id text not null,
    reason text not null,
    due_at timestamptz not null,
    planned_at timestamptz not null,
    planned_by text not null,
    primary key (issuer_no, id),
    foreign key (issuer_no, id) references award
);
create index planned_revocation_due on planned_revocation (due_at);
create index planned_revocation_together on planned_revocation (issuer_no, revocation_id);

-- What the holder of a badge wants of its page; without a row it is public, and bears no name.
create table badge_holding (
    issuer_no integer not null,
    id bigint not null,
    hidden boolean not null,
    sealed_name bytea,
    erasure_asked_at timestamptz,
    changed_at timestamptz not null,
    primary key (issuer_no, id),
    foreign key (issuer_no, id) references award
);

-- Links that show the page of a badge for a while, hidden or not; of the unguessable part only the hash is kept.
create table share_link (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    award_no bigint not null,
    token_hash bytea not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (issuer_no, id),
    unique (token_hash),
    foreign key (issuer_no, award_no) references award
);
create index share_link_of on share_link (issuer_no, award_no);

-- What lets the holder manage one badge without an account: a link that works once, then a short session.
create table badge_key (
    token_hash bytea not null,
    kind text not null check (kind in ('link', 'session')),
    issuer_no integer not null,
    award_no bigint not null,
    person_no bigint not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz,
    primary key (token_hash),
    foreign key (issuer_no, award_no) references award
);
create index badge_key_of on badge_key (issuer_no, person_no, made_at);
create index badge_key_end on badge_key (ends_at);

-- On which days who assesses was reminded of what is late.
create table assessor_reminder (
    issuer_no integer not null,
    account_no bigint not null references account,
    day date not null,
    primary key (issuer_no, account_no, day)
);
