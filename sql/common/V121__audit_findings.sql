-- A finding is followed until it is closed. status: OPEN, ANSWERED, ACCEPTED, CLOSED. The owner is somebody of the model's
-- organization; while there is none, only the audit body sees the finding. policy_severity is the rule's, severity may be the
-- auditor's.
alter table audit_finding add column metric varchar(80);
alter table audit_finding add column group_features text;
alter table audit_finding add column policy_severity varchar(20);
alter table audit_finding add column status varchar(20) default 'OPEN' not null;
alter table audit_finding add column owner_issuer varchar(400);
alter table audit_finding add column owner_subject varchar(255);
alter table audit_finding add column owner_name varchar(200);
alter table audit_finding add column due_on date;
alter table audit_finding add column version bigint default 1 not null;
update audit_finding set
    policy_severity = severity,
    metric = (select c.metric from audit_comparison c
        where c.run_id = audit_finding.run_id and c.ordinal = audit_finding.comparison_ordinal),
    group_features = (select c.group_features from audit_comparison c
        where c.run_id = audit_finding.run_id and c.ordinal = audit_finding.comparison_ordinal);
alter table audit_finding alter column metric set not null;
alter table audit_finding alter column group_features set not null;
alter table audit_finding alter column policy_severity set not null;
alter table audit_finding add constraint audit_finding_status check (status in ('OPEN', 'ANSWERED', 'ACCEPTED', 'CLOSED'));
alter table audit_finding add constraint audit_finding_severity check (severity in ('LOW', 'MEDIUM', 'HIGH'));
alter table audit_finding add constraint audit_finding_owner check (
    case when owner_subject is null then due_on is null and status in ('OPEN', 'CLOSED')
        else owner_issuer is not null and owner_name is not null and due_on is not null end);
create index audit_finding_due on audit_finding (status, due_on);
create index audit_run_model_organization on audit_run (model_organization_id);

-- What people did about a finding, one row each, never changed. The id is the one of the form that was sent.
create table audit_finding_step (
    id uuid primary key,
    finding_id uuid not null references audit_finding (id),
    kind varchar(20) not null,
    person_issuer varchar(400) not null,
    person_subject varchar(255) not null,
    person_name varchar(200) not null,
    happened_at timestamp with time zone not null,
    owner_name varchar(200),
    due_on date,
    old_severity varchar(20),
    new_severity varchar(20),
    words text not null,
    constraint audit_finding_step_kind
        check (kind in ('ASSIGNED', 'RATED', 'ANSWERED', 'ACCEPTED', 'ASKED_AGAIN', 'CLOSED'))
);
create index audit_finding_step_finding on audit_finding_step (finding_id, happened_at);
