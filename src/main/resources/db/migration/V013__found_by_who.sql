-- Micro-credentials are found by who wrote the research that they cite, and by the organisation that offers them, too.
update catalogue_entry e set search = e.search
    || setweight(to_tsvector(e.language::regconfig, coalesce(
        (select string_agg(author #>> '{}', ' ')
            from achievement a, jsonb_path_query(a.template::jsonb, 'lax $.research[*].authors[*]') author
            where a.issuer_no = e.issuer_no and a.id = e.achievement_no), '')), 'C')
    || setweight(to_tsvector(e.language::regconfig, (select coalesce(i.profile::jsonb ->> 'name', i.slug)
        from issuer i where i.issuer_no = e.issuer_no)), 'D');

-- The page of a version leads to the one that came after it.
create index achievement_next on achievement (issuer_no, previous_version) where previous_version is not null;
