-- What comes by the million is written with as little besides as keeps it right.

-- Ciphertext cannot be compressed, so PostgreSQL should not try; a row with both forms fits on a page.
alter table credential
    alter column sealed_json set storage external,
    alter column sealed_jwt set storage external,
    alter column sealed_json set statistics 0,
    alter column sealed_jwt set statistics 0,
    alter column json_sha256 set statistics 0,
    alter column jwt_sha256 set statistics 0,
    set (toast_tuple_target = 8160);
alter table person_key alter column wrapped_key set statistics 0;
alter table recipient alter column sealed_identity set statistics 0;
alter table batch_row
    alter column sealed_request set storage external,
    alter column sealed_request set statistics 0;

-- Issuers, micro-credentials and recipients are never deleted, nor batches while rows of theirs stand; looking each up again for each row took a tenth of the time.
alter table credential drop constraint credential_issuer_no_fkey;
alter table recipient drop constraint recipient_issuer_no_fkey;
alter table award drop constraint award_issuer_no_fkey;
alter table award drop constraint award_issuer_no_achievement_no_fkey;
alter table award drop constraint award_issuer_no_person_no_fkey;
alter table batch_row drop constraint batch_row_issuer_no_batch_no_fkey;
alter table batch_outcome drop constraint batch_outcome_issuer_no_batch_no_fkey;

-- Most awards have no suspension entry, and many no reference of the caller's: they need no place in an index.
alter table award drop constraint award_issuer_no_suspension_list_suspension_index_key;
create unique index award_issuer_no_suspension_list_suspension_index_key
    on award (issuer_no, suspension_list, suspension_index) where suspension_list is not null;
alter table award drop constraint award_issuer_no_external_id_key;
create unique index award_issuer_no_external_id_key on award (issuer_no, external_id) where external_id is not null;

-- Which rows of a batch say again what an earlier one says: found once, when the last row is there.
create table batch_twin (
    issuer_no integer not null,
    batch_no bigint not null,
    row_no integer not null,
    first_row integer not null,
    by_external_id boolean not null,
    primary key (issuer_no, batch_no, row_no)
);
insert into batch_twin
    select issuer_no, batch_no, row_no, first_row, true from (
        select issuer_no, batch_no, row_no, min(row_no) over (partition by issuer_no, batch_no, external_id) as first_row
        from batch_row where external_id is not null) r
    where first_row < row_no;
insert into batch_twin
    select issuer_no, batch_no, row_no, first_row, false from (
        select issuer_no, batch_no, row_no, min(row_no) over (partition by issuer_no, batch_no, twin) as first_row
        from batch_row where twin is not null) r
    where first_row < row_no
    on conflict do nothing;
drop index batch_row_external;
drop index batch_row_twin;

-- When what was handed in was forgotten; what came of each row stays.
alter table batch add column rows_forgotten_at timestamptz;
create index batch_remembered on batch (finished_at) where finished_at is not null and rows_forgotten_at is null;
