-- Words are looked up by their beginning: as ranges of bytes, whatever language the server sorts by.
alter table report_word alter column word type varchar(60) collate "C";

-- Reports from before there were entries get theirs.
insert into report_entry
    select encode(sha256(convert_to(s.statement, 'UTF8')), 'hex'), s.report_number, 1, 'PUBLISHED', 1, s.published_at,
        s.statement, null, s.author_issuer, s.author_subject, s.publisher_issuer, s.publisher_subject
    from (select v.*, '{"at":"' || to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","entry":1,"format":"aimass-report-entry/1","kind":"PUBLISHED","report":"' || v.report_number
        || '","report_sha256":"' || v.sha256 || '","version":1}' as statement from report_version v) s;
update report_report r set entry_count = 1, last_entry =
    (select e.sha256 from report_entry e where e.report_number = r.report_number);
