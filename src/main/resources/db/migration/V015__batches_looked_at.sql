-- A file is looked at before it is awarded: what its columns are called, as a JSON array, what it is called itself, and the
-- micro-credential of rows that name none.
alter table batch
    add column headers text,
    add column file_name text,
    add column achievement text;
