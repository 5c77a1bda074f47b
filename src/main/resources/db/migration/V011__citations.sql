-- What the research of a published micro-credential was found to be, last time it was looked at.
create table citation_report (
    issuer_no integer not null,
    achievement_no bigint not null,
    -- when it is due again; while it is looked at, when another replica may take it over
    due_at timestamptz not null,
    checked_at timestamptz,
    report text,
    primary key (issuer_no, achievement_no),
    foreign key (issuer_no, achievement_no) references achievement (issuer_no, id)
);
create index citation_report_due on citation_report (due_at);
