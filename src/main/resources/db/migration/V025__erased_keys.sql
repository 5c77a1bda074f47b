-- Keys of persons that were destroyed: not what they were, only which, so that a restored backup can be told to forget them again.
-- Numbers alone would not do: after a restore they are given anew.
create table erased_key (
    issuer_no integer not null,
    person_no bigint not null,
    key_sha256 bytea not null,
    erased_at timestamptz not null default now(),
    primary key (issuer_no, person_no, key_sha256)
);
create index erased_key_time on erased_key (erased_at);

-- Whoever deletes a key, and by which statement.
create function remember_erased_keys() returns trigger language plpgsql as $$
begin
    insert into erased_key (issuer_no, person_no, key_sha256)
    select issuer_no, person_no, sha256(wrapped_key) from gone
    on conflict do nothing;
    return null;
end $$;
create trigger person_key_erased
    after delete on person_key
    referencing old table as gone
    for each statement execute function remember_erased_keys();
