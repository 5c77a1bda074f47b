-- Badges that were signed in one form only.
alter table credential
    alter column json_sha256 drop not null,
    alter column jwt_sha256 drop not null;

-- Null for those that were signed in both.
alter table award
    add column only_form text;
