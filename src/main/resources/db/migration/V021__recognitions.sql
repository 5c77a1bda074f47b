-- What a version of a micro-credential counts for with an organisation that recognises it: each says so once a kind.
create table recognition (
    issuer_no integer not null references issuer,
    id bigint not null,
    public_id text not null,
    achievement_issuer_no integer not null,
    achievement_no bigint not null,
    kind text not null check (kind in ('hours', 'credits', 'salary-steps', 'licence-renewal')),
    amount numeric,
    place text not null,
    valid_from timestamptz not null,
    valid_until timestamptz,
    endorsement_id text not null,
    made_by text not null,
    made_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    reason text,
    primary key (issuer_no, id),
    unique (issuer_no, public_id),
    foreign key (achievement_issuer_no, achievement_no) references achievement (issuer_no, id)
);
create unique index recognition_once on recognition (issuer_no, achievement_no, kind) where withdrawn_at is null;
create index recognition_of on recognition (achievement_no) where withdrawn_at is null;

alter table endorsement drop constraint endorsement_purpose_check;
alter table endorsement add constraint endorsement_purpose_check
    check (purpose in ('screening', 'publication', 'endorsement', 'recognition'));
