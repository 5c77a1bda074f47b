-- What is assessed: one for each time that a submission was handed in. Its id leads nobody to the submission's.
create table assessment (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    achievement_no bigint not null,
    submission_no bigint not null,
    round integer not null,
    state text not null check (state in ('waiting', 'differing', 'scored', 'decided', 'closed')),
    seats integer not null check (seats in (1, 2)),
    submitted_at timestamptz not null,
    due_at timestamptz not null,
    outcome text,
    decided_by text,
    decided_at timestamptz,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    unique (issuer_no, submission_no, round),
    foreign key (issuer_no, achievement_no) references achievement,
    foreign key (issuer_no, submission_no) references submission
);
create index assessment_open on assessment (issuer_no, due_at, id) where state in ('waiting', 'differing', 'scored');

-- Who has taken one, until when, and how they scored it; the third place is that of who decides between two.
create table assessment_seat (
    issuer_no integer not null,
    assessment_no bigint not null,
    place integer not null check (place between 1 and 3),
    account_no bigint not null references account,
    assessor text not null,
    expires_at timestamptz not null,
    levels text,
    sealed_feedback bytea,
    scored_at timestamptz,
    primary key (issuer_no, assessment_no, place),
    unique (issuer_no, assessment_no, account_no),
    foreign key (issuer_no, assessment_no) references assessment
);

-- Who knows whose work it is, and scores it no more.
create table assessment_recusal (
    issuer_no integer not null,
    assessment_no bigint not null,
    account_no bigint not null references account,
    declared_at timestamptz not null,
    primary key (issuer_no, assessment_no, account_no),
    foreign key (issuer_no, assessment_no) references assessment
);
