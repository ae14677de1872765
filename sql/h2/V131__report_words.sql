-- Reports from before there were entries get theirs.
insert into report_entry
    select lower(rawtohex(hash('SHA-256', stringtoutf8(s.statement)))), s.report_number, 1, 'PUBLISHED', 1, s.published_at,
        s.statement, null, s.author_issuer, s.author_subject, s.publisher_issuer, s.publisher_subject
    from (select v.*, '{"at":"' || formatdatetime(v.published_at, 'yyyy-MM-dd''T''HH:mm:ss.SSSSSS''Z''', 'en', 'UTC')
        || '","entry":1,"format":"aimass-report-entry/1","kind":"PUBLISHED","report":"' || v.report_number
        || '","report_sha256":"' || v.sha256 || '","version":1}' as statement from report_version v) s;
update report_report r set entry_count = 1, last_entry =
    (select e.sha256 from report_entry e where e.report_number = r.report_number);
