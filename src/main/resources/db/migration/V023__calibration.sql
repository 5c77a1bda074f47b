-- What a version of a micro-credential asks of those who earn it and of those who assess it, beside its template.
create table achievement_terms (
    issuer_no integer not null,
    achievement_no bigint not null,
    terms text not null,
    version bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (issuer_no, achievement_no),
    foreign key (issuer_no, achievement_no) references achievement
);

-- Evidence whose true levels are known: assessors train on it, or it is planted in their queue. What it says is sealed
-- under a key of its own, in person_key.
create table calibration_item (
    issuer_no integer not null,
    id bigint not null,
    public_id text not null,
    achievement_no bigint not null,
    kind text not null check (kind in ('training', 'planted')),
    sealed_content bytea not null,
    truth text not null,
    state text not null check (state in ('active', 'retired')),
    account_no bigint references account,
    made_by text not null,
    made_at timestamptz not null,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    foreign key (issuer_no, achievement_no) references achievement
);
create index calibration_item_of on calibration_item (issuer_no, achievement_no, id);

-- The level that an assessor gave beside the true one, by their places in the rubric; without an assessment for training.
create table calibration_score (
    issuer_no integer not null,
    item_no bigint not null,
    account_no bigint not null references account,
    part text not null,
    criterion text not null,
    given integer not null,
    truth integer not null,
    assessment_no bigint,
    scored_at timestamptz not null,
    primary key (issuer_no, item_no, account_no, part, criterion),
    foreign key (issuer_no, item_no) references calibration_item
);
create index calibration_score_by on calibration_score (issuer_no, account_no, scored_at);

-- Who may take evidence for a micro-credential that has training items.
create table assessor_admission (
    issuer_no integer not null,
    achievement_no bigint not null,
    account_no bigint not null references account,
    how text not null check (how in ('training', 'by-hand')),
    reason text,
    admitted_by text not null,
    admitted_at timestamptz not null,
    primary key (issuer_no, achievement_no, account_no),
    foreign key (issuer_no, achievement_no) references achievement
);

-- Assessors whose last planted scores agree too seldom with the truth, since when.
create table assessor_drift (
    issuer_no integer not null,
    account_no bigint not null references account,
    since timestamptz not null,
    primary key (issuer_no, account_no)
);

-- Planted evidence is assessed like any other; its item says that it is none.
alter table assessment add column planted_item bigint;
alter table assessment add foreign key (issuer_no, planted_item) references calibration_item (issuer_no, id);
create index assessment_planted on assessment (issuer_no, planted_item) where planted_item is not null;
create index assessment_of on assessment (issuer_no, achievement_no, id);

-- An appeal is another assessment of the same round, by somebody else.
alter table assessment add column appeal boolean not null default false;
alter table assessment drop constraint assessment_issuer_no_submission_no_round_key;
alter table assessment add unique (issuer_no, submission_no, round, appeal);

-- What an educator says against a decision, and the decision as it was then: once for each submission.
create table submission_appeal (
    issuer_no integer not null,
    submission_no bigint not null,
    round integer not null,
    sealed_reason bytea not null,
    sealed_decision bytea not null,
    appealed_by text not null,
    appealed_at timestamptz not null,
    primary key (issuer_no, submission_no),
    foreign key (issuer_no, submission_no) references submission
);

-- Whether who has taken it was told that their time runs out.
alter table assessment_seat add column reminded boolean not null default false;
