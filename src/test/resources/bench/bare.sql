-- The rows of the last batch once more, into the same tables with the same indexes, a hundred a commit: nothing but inserting.
analyze batch_row, batch_outcome, person_key, recipient, credential, award, outbox;
drop schema if exists bare cascade;
create schema bare;
create table bare.batch_row (like public.batch_row including all);
create table bare.batch_outcome (like public.batch_outcome including all);
create table bare.person_key (like public.person_key including all);
create table bare.recipient (like public.recipient including all);
create table bare.credential (like public.credential including all);
alter table bare.credential set (toast_tuple_target = 8160);
create table bare.award (like public.award including all);
create table bare.outbox (like public.outbox including all);
create unlogged table bare.source as
    select o.issuer_no, o.batch_no, o.row_no, a.id as award_no, a.person_no, c.id as credential_no, x.id as event_no
    from batch_outcome o
    join award a on a.issuer_no = o.issuer_no and a.public_id = o.award_id
    join credential c on c.issuer_no = o.issuer_no and c.public_id = o.credential_id
    join outbox x on x.issuer_no = o.issuer_no and x.subject = o.award_id and x.type = 'credential.awarded'
    where o.batch_no = (select max(id) from batch);
create index on bare.source (row_no);
analyze bare.source;
create procedure bare.run(first integer, last integer) language plpgsql as $$
begin
    while first <= last loop
        insert into bare.batch_row select r.* from bare.source s
            join public.batch_row r using (issuer_no, batch_no, row_no) where s.row_no between first and first + 99;
        insert into bare.person_key select k.* from bare.source s
            join public.person_key k using (issuer_no, person_no) where s.row_no between first and first + 99;
        insert into bare.recipient select r.* from bare.source s
            join public.recipient r on r.issuer_no = s.issuer_no and r.id = s.person_no
            where s.row_no between first and first + 99;
        insert into bare.credential select c.* from bare.source s
            join public.credential c on c.issuer_no = s.issuer_no and c.id = s.credential_no
            where s.row_no between first and first + 99;
        insert into bare.award select a.* from bare.source s
            join public.award a on a.issuer_no = s.issuer_no and a.id = s.award_no
            where s.row_no between first and first + 99;
        insert into bare.outbox select x.* from bare.source s
            join public.outbox x on x.issuer_no = s.issuer_no and x.id = s.event_no
            where s.row_no between first and first + 99;
        insert into bare.batch_outcome select o.* from bare.source s
            join public.batch_outcome o using (issuer_no, batch_no, row_no) where s.row_no between first and first + 99;
        commit;
        first := first + 100;
    end loop;
end $$;
