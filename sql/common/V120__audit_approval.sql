-- Four eyes, by person, in the database as well: a review repeats its audit's author (so says the foreign key), and whoever
-- approves a judgement or sends it back is neither the author nor the judge. status: OPEN, JUDGED, APPROVED, REJECTED.
alter table audit_review add column author_issuer varchar(400);
alter table audit_review add column author_subject varchar(255);
alter table audit_review add column decider_issuer varchar(400);
alter table audit_review add column decider_subject varchar(255);
alter table audit_review add column decider_name varchar(200);
alter table audit_review add column decided_at timestamp with time zone;
alter table audit_review add column reason text;

update audit_review set
    author_issuer = (select r.author_issuer from audit_run r where r.id = run_id),
    author_subject = (select r.author_subject from audit_run r where r.id = run_id);

-- Before there was a step of its own, publishing was approving.
update audit_review set
    decider_issuer = (select p.publisher_issuer from report_report p where p.run_id = audit_review.run_id),
    decider_subject = (select p.publisher_subject from report_report p where p.run_id = audit_review.run_id),
    decider_name = (select p.publisher_name from report_report p where p.run_id = audit_review.run_id),
    decided_at = (select p.published_at from report_report p where p.run_id = audit_review.run_id)
where status = 'APPROVED';

alter table audit_review alter column author_issuer set not null;
alter table audit_review alter column author_subject set not null;
alter table audit_review add constraint audit_review_author
    foreign key (run_id, author_issuer, author_subject) references audit_run (id, author_issuer, author_subject);
alter table audit_review add constraint audit_review_status
    check (status in ('OPEN', 'JUDGED', 'APPROVED', 'REJECTED'));
alter table audit_review add constraint audit_review_decided check (
    case when status in ('APPROVED', 'REJECTED')
        then decider_issuer is not null and decider_subject is not null and decided_at is not null
            and judge_issuer is not null and judge_subject is not null
            and (decider_issuer <> author_issuer or decider_subject <> author_subject)
            and (decider_issuer <> judge_issuer or decider_subject <> judge_subject)
        else decider_issuer is null and decider_subject is null and decided_at is null end);
alter table audit_review add constraint audit_review_reason check ((status = 'REJECTED') = (reason is not null));
create index audit_review_waiting on audit_review (status, judged_at);

-- A judgement that was signed anew stays readable as it was, with what the approver said where it was sent back.
create table audit_earlier_judgement (
    id uuid primary key,
    run_id uuid not null references audit_review (run_id),
    judgement text not null,
    judge_issuer varchar(400) not null,
    judge_subject varchar(255) not null,
    judge_name varchar(200) not null,
    judged_at timestamp with time zone not null,
    decider_issuer varchar(400),
    decider_subject varchar(255),
    decider_name varchar(200),
    decided_at timestamp with time zone,
    reason text,
    constraint audit_earlier_judgement_sent_back check (
        case when reason is null then decided_at is null else decided_at is not null and decider_subject is not null end)
);
create index audit_earlier_judgement_run on audit_earlier_judgement (run_id, judged_at);
