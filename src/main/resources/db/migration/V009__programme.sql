-- What an organisation is: one that issues, the programme itself, or one that recognises (it may endorse, never award).
alter table issuer
    add column kind text not null default 'issuer' check (kind in ('programme', 'issuer', 'recogniser')),
    add column screened_at timestamptz,
    add column screened_until timestamptz,
    add column screening_reason text;
create unique index issuer_programme on issuer (kind) where kind = 'programme';

-- Signed endorsements: about organisations and micro-credentials, never about persons, so they are kept as they are served.
create table endorsement (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    subject text not null,
    purpose text not null check (purpose in ('screening', 'publication', 'endorsement')),
    comment text not null,
    json bytea not null,
    jwt bytea not null,
    valid_from timestamptz not null,
    valid_until timestamptz,
    revocation_list integer not null,
    revocation_index integer not null,
    created_by text not null,
    created_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    reason text,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    unique (issuer_no, revocation_list, revocation_index)
);
create index endorsement_of on endorsement (subject) where revoked_at is null;

-- What happened to one thing is asked for with it; of badges there are millions, and nobody asks so for them.
create index outbox_history on outbox (issuer_no, subject, id) where type not like 'credential.%';

-- Published, numbered editions of what the programme asks for; editions are never changed.
create table programme_edition (
    kind text not null check (kind = 'screening-rubric'),
    edition integer not null,
    content text not null,
    published_by text not null,
    published_at timestamptz not null,
    primary key (kind, edition)
);

-- Applications to issue. What applicants write is sealed under a key of the application's own, in person_key under organisation 0.
create table application (
    id bigint primary key,
    public_id text not null unique,
    account_no bigint not null references account,
    state text not null check (state in
        ('draft', 'submitted', 'in-review', 'changes-requested', 'accepted', 'declined', 'withdrawn')),
    sealed_content bytea,
    renews integer references issuer,
    issuer_no integer references issuer,
    rubric_edition integer,
    round integer not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    submitted_at timestamptz,
    decision text,
    decided_by text,
    decided_at timestamptz,
    sealed_reasons bytea
);
create index application_of on application (account_no, id);
create index application_in on application (state, id);

-- Each save is kept with its time.
create table application_save (
    application_no bigint not null references application,
    version bigint not null,
    sealed_content bytea not null,
    saved_by text not null,
    saved_at timestamptz not null,
    primary key (application_no, version)
);

create table application_message (
    application_no bigint not null references application,
    id bigint not null,
    author text not null,
    by_screener boolean not null,
    sealed_text bytea not null,
    sent_at timestamptz not null,
    primary key (application_no, id)
);

-- A screener scores once a round.
create table application_score (
    application_no bigint not null references application,
    round integer not null,
    account_no bigint not null references account,
    screener text not null,
    position integer not null check (position between 1 and 3),
    scores text not null,
    total integer not null,
    scored_at timestamptz not null,
    primary key (application_no, round, account_no),
    unique (application_no, round, position)
);

create table application_conflict (
    application_no bigint not null references application,
    account_no bigint not null references account,
    screener text not null,
    reason text not null,
    declared_at timestamptz not null,
    primary key (application_no, account_no)
);

-- Micro-credentials on the template: what was filled, as the public will read it, and what reviewers said.
alter table achievement
    add column template text,
    add column template_edition integer,
    add column round integer not null default 0;

create table achievement_save (
    issuer_no integer not null,
    achievement_no bigint not null,
    version bigint not null,
    definition text not null,
    template text,
    saved_by text not null,
    saved_at timestamptz not null,
    primary key (issuer_no, achievement_no, version),
    foreign key (issuer_no, achievement_no) references achievement (issuer_no, id)
);

create table achievement_review (
    issuer_no integer not null,
    achievement_no bigint not null,
    id bigint not null,
    round integer not null,
    reviewer text not null,
    outcome text not null check (outcome in ('publish', 'request-changes', 'closed')),
    comments text not null,
    reviewed_at timestamptz not null,
    primary key (issuer_no, achievement_no, id),
    foreign key (issuer_no, achievement_no) references achievement (issuer_no, id)
);

-- What the catalogue searches: one entry for each published micro-credential, written in the transaction that publishes it.
create extension if not exists pg_trgm;

create table catalogue_entry (
    issuer_no integer not null,
    achievement_no bigint not null,
    public_id text not null,
    title text not null,
    summary text not null,
    words text not null,
    search tsvector not null,
    subjects text[] not null,
    grades text[] not null,
    competencies text[] not null,
    estimated_hours numeric,
    credits numeric,
    reviewed boolean not null,
    published_at timestamptz not null,
    language text not null check (language in ('english', 'spanish', 'simple')),
    primary key (issuer_no, achievement_no),
    foreign key (issuer_no, achievement_no) references achievement (issuer_no, id)
);
create index catalogue_entry_search on catalogue_entry using gin (search);
create index catalogue_entry_newest on catalogue_entry (published_at desc, achievement_no desc);

insert into catalogue_entry
    select issuer_no, id, public_id, definition::jsonb ->> 'name', definition::jsonb ->> 'description',
        lower(concat_ws(' ', definition::jsonb ->> 'name', definition::jsonb ->> 'description')),
        setweight(to_tsvector('english', definition::jsonb ->> 'name'), 'A')
            || setweight(to_tsvector('english', definition::jsonb ->> 'description'), 'B'),
        case when definition::jsonb ? 'fieldOfStudy' then array[definition::jsonb ->> 'fieldOfStudy'] else '{}' end,
        '{}', '{}', null, (definition::jsonb ->> 'creditsAvailable')::numeric, false, published_at, 'english'
    from achievement where state = 'published' and published_at is not null;
