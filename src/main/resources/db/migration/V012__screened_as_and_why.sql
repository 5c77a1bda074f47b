-- What an organisation was called when it passed screening: the registry vouches for that name, whatever its profile says later.
alter table issuer add column screened_name text;
alter table issuer add column screened_url text;

update issuer
set screened_name = profile::json ->> 'name', screened_url = profile::json ->> 'url'
where screening = 'accepted';

-- Why something was published without review.
alter table achievement add column review_reason text;
