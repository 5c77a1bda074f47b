-- Evidence that educators hand in. What they write is sealed under a key of the submission's own, in person_key.
create table submission (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    achievement_no bigint not null,
    account_no bigint references account,
    program text,
    lookup bytea,
    sealed_educator bytea,
    state text not null check (state in ('draft', 'submitted', 'returned', 'awarded', 'withdrawn')),
    sealed_content bytea,
    round integer not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    submitted_at timestamptz,
    award_id text,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    foreign key (issuer_no, achievement_no) references achievement,
    check ((account_no is null) = (program is not null and lookup is not null))
);
-- One under way for each educator and micro-credential.
create unique index submission_under_way on submission (issuer_no, achievement_no, account_no)
    where account_no is not null and state in ('draft', 'submitted', 'returned');
create unique index submission_under_way_for on submission (issuer_no, achievement_no, program, lookup)
    where account_no is null and state in ('draft', 'submitted', 'returned');
create index submission_of on submission (account_no, id);
create index submission_by on submission (program, id) where program is not null;

-- What was submitted stays as it was; what assessors decided on it stands beside it.
create table submission_version (
    issuer_no integer not null,
    submission_no bigint not null,
    round integer not null,
    sealed_content bytea not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    sealed_decision bytea,
    primary key (issuer_no, submission_no, round),
    foreign key (issuer_no, submission_no) references submission
);
