package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * T17: every page is asked for by everybody: by nobody, by a citizen, by each role of the organization that owns what the page shows
 * ({@code o}), of its audit body ({@code b}) and of a stranger ({@code s}), and by who administers the portal. Who may not see it is told
 * the same as of a page that there is not. A page without a row here fails the test.
 */
@RealPortal
@Order(RealPortal.FIRST + 1)
class EveryPageT17IT {

    private static final String JONAS = "5b0a6a1e-0003-4000-8000-000000000003";
    private static final String LIN = "5b0a6a1e-0004-4000-8000-000000000004";
    private static final List<String> ROLES = List.of("SUBMITTER", "AUDITOR", "APPROVER", "ORGANIZATION_ADMIN");
    private static final String NOBODY = "nobody";
    private static final String CITIZEN = "citizen";
    private static final String PORTAL_ADMIN = "portal-admin";

    private static final Set<String> OWN_SUBMITTER = Set.of("SUBMITTER o");
    private static final Set<String> OWN_ADMIN = Set.of("ORGANIZATION_ADMIN o");
    private static final Set<String> SUBMITTERS = of("SUBMITTER");
    private static final Set<String> AUDITING = and(of("AUDITOR"), of("APPROVER"));
    private static final Set<String> AUDIT_BODY = Set.of("AUDITOR b", "APPROVER b");
    private static final Set<String> MEMBERS = and(and(AUDITING, SUBMITTERS), of("ORGANIZATION_ADMIN"));
    private static final Set<String> SEEING =
            and(OWN_SUBMITTER, and(AUDIT_BODY, and(Set.of("AUDITOR o", "APPROVER o"), OWN_ADMIN)));
    /** Who answers for a model that a finding is about, once somebody was asked to. */
    private static final Set<String> ANSWERING = and(OWN_SUBMITTER, OWN_ADMIN);

    private static final Set<String> ADMIN = Set.of(PORTAL_ADMIN);
    private static final Set<String> WORKING = and(MEMBERS, ADMIN);
    private static final Set<String> SIGNED_IN = and(WORKING, Set.of(CITIZEN));
    private static final Set<String> ALL = and(SIGNED_IN, Set.of(NOBODY));

    /** What a page is asked about, and who sees it. */
    private record Row(String query, Set<String> may) {}

    private static Set<String> of(String role) {
        return Set.of(role + " o", role + " b", role + " s");
    }

    private static Set<String> and(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static Map<String, Row> rows(Things of) {
        Map<String, Row> rows = new TreeMap<>();
        String run = "?id=" + of.run;
        String owner = "?id=" + of.owner;
        put(rows, ALL, "", "/audit/method", "/desk/guide", "/report/register", "/report/verify");
        put(rows, ALL, "?number=" + of.report, "/report/view");
        put(rows, SIGNED_IN, "", "/datausage/mine", "/organization/invitation");
        put(rows, WORKING, "", "/desk/work", "/desk/inbox", "/audit/policies");
        put(rows, WORKING, "?policy=four-fifths-1.0", "/audit/policy");
        put(rows, MEMBERS, "", "/desk/preferences", "/audit/findings", "/dataset/datasets", "/registry/models");
        put(rows, AUDITING, "", "/audit/audits", "/report/reports");
        put(rows, AUDIT_BODY, run, "/audit/cancel", "/audit/results", "/audit/run");
        put(rows, AUDIT_BODY, "?id=" + of.waiting, "/audit/decide", "/report/publish");
        put(rows, AUDIT_BODY, "?a=" + of.run + "&b=" + of.run, "/audit/compare");
        put(rows, AUDIT_BODY, "?number=" + of.report, "/report/correct", "/report/manage", "/report/withdraw");
        put(rows, AUDIT_BODY, "?id=" + of.draft, "/report/confirm", "/report/draft");
        put(rows, of.isAsked ? and(AUDIT_BODY, ANSWERING) : AUDIT_BODY, "?id=" + of.finding, "/audit/finding");
        put(
                rows,
                Set.of("AUDITOR o", "AUDITOR b"),
                "?model=" + of.modelVersion + "&dataset=" + of.datasetVersion,
                "/audit/start");
        put(rows, SEEING, "?id=" + of.modelVersion, "/registry/model");
        put(rows, SEEING, "?id=" + of.datasetVersion, "/dataset/version");
        put(rows, Set.of("SUBMITTER o", "AUDITOR o", "AUDITOR b"), "?id=" + of.datasetVersion, "/dataset/preview");
        put(rows, OWN_SUBMITTER, "?id=" + of.modelVersion, "/registry/edit", "/registry/final", "/registry/withdraw");
        put(rows, OWN_SUBMITTER, "?id=" + of.datasetVersion, "/dataset/datasheet");
        put(rows, OWN_SUBMITTER, "?model=" + of.model, "/registry/register");
        put(rows, OWN_SUBMITTER, "?dataset=" + of.dataset, "/dataset/submit");
        put(rows, OWN_ADMIN, owner, "/organization/activity", "/organization/mandates", "/organization/people");
        put(rows, OWN_ADMIN, "?issuer=" + of.issuer + "&subject=" + of.administrator, "/organization/person");
        put(rows, OWN_ADMIN, owner + "&auditor=" + of.body, "/organization/revoke");
        put(rows, and(OWN_ADMIN, ADMIN), owner, "/organization/invite");
        put(rows, ADMIN, owner, "/organization/disable", "/organization/organization", "/organization/rename");
        put(rows, ADMIN, "", "/organization/create", "/organization/organizations");
        put(rows, ADMIN, "", "/desk/runs", "/desk/storage", "/desk/system");
        put(rows, ADMIN, run, "/desk/cancel");
        return rows;
    }

    private static void put(Map<String, Row> rows, Set<String> may, String query, String... pages) {
        for (String page : pages) {
            rows.put(page + ".xhtml", new Row(query, may));
        }
    }

    @Test
    void whoMaySeeItSeesItAndNobodyElseLearnsThatItIsThere(Portal portal, Visitor lin, Visitor ines) throws Exception {
        Demonstration.await(portal);
        lin.signIn("lin.ma");
        ines.signIn("ines.duarte");
        Things things = new Things(portal);
        Map<String, Row> rows = rows(things);
        assertEquals(Pages.all(), rows.keySet());
        List<String> wrong = new ArrayList<>();
        for (String who : ALL) {
            things.become(who);
            String cookies = who.equals(NOBODY) ? "" : cookies(who.equals(PORTAL_ADMIN) ? ines : lin);
            String missing = text(get(portal, "/registry/no-such-page.xhtml", cookies));
            rows.forEach((page, row) -> {
                HttpResponse<String> answer = get(portal, page + row.query(), cookies);
                if (!isRight(answer, row.may().contains(who), who, missing)) {
                    wrong.add(who + ": " + page + " " + answer.statusCode());
                }
            });
        }
        things.forget();
        assertEquals(List.of(), wrong);
    }

    /** T13: nor does anything change by a form that another site made a signed-in browser send. */
    @Test
    void aFormFromElsewhereIsRefusedByEveryPage(Portal portal, Visitor jonas) {
        jonas.signIn("jonas.berg");
        String cookies = cookies(jonas);
        List<String> taken = new ArrayList<>();
        for (String page : Pages.all()) {
            for (List<String> sign : List.of(
                    List.of("Origin", "https://evil.example"),
                    List.of("Sec-Fetch-Site", "cross-site"),
                    List.of("Referer", portal.at(page).toString()))) {
                HttpResponse<String> answer = portal.send(HttpRequest.newBuilder(portal.at(page))
                        .header("Cookie", cookies)
                        .header(sign.get(0), sign.get(1))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("form=form&form:send=x"))
                        .build());
                if (answer.statusCode() / 100 != 4) {
                    taken.add(page + " " + sign + " " + answer.statusCode());
                }
            }
        }
        assertEquals(List.of(), taken);
    }

    /** A page of a step that is over leads on to where it ended. */
    private static boolean isRight(HttpResponse<String> answer, boolean may, String who, String missing) {
        int status = answer.statusCode();
        if (may) {
            return status == 200 || status == 302;
        }
        return who.equals(NOBODY)
                ? status == 303
                : status == 404 && text(answer).equals(missing);
    }

    /** But for the request's number, the form's own, and the way back to the address in another language. */
    private static String text(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("[0-9a-f]{16}", "")
                .replaceAll("%2F[^\"&]*", "")
                .replaceAll("value=\"[^\"]*\"", "");
    }

    private static String cookies(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.path.equals("/"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static HttpResponse<String> get(Portal portal, String address, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.at(address));
        return portal.send((cookies.isEmpty() ? request : request.header("Cookie", cookies)).build());
    }

    /** What the demonstration has of each kind, and Lin, who is whoever the test wants. */
    private static final class Things {
        final String run;
        final String report;
        final String finding;
        final boolean isAsked;
        final String waiting;
        final String draft;
        final String modelVersion;
        final String model;
        final String datasetVersion;
        final String dataset;
        final String owner;
        final String body;
        final String issuer;
        final String administrator;
        private final String stranger = UUID.randomUUID().toString();
        private final Portal portal;

        Things(Portal portal) throws SQLException {
            this.portal = portal;
            report = one("select min(report_number) from report_report");
            run = one("select run_id from report_run where report_number = '" + report + "' fetch first row only");
            waiting = one(
                    "select id from audit_run where status = 'COMPLETED' and id not in (select run_id from report_run)"
                            + " order by number fetch first row only");
            draft = one("select id from report_draft where report_number = '" + report + "' and state = 'OPEN'");
            finding = one("select id from audit_finding where run_id = '" + run + "' fetch first row only");
            isAsked = !one("select owner_subject from audit_finding where id = '" + finding + "'")
                    .equals("null");
            modelVersion = one("select model_version_id from audit_run where id = '" + run + "'");
            model = one("select model_id from registry_model_version where id = '" + modelVersion + "'");
            datasetVersion = one("select dataset_version_id from audit_run where id = '" + run + "'");
            dataset = one("select dataset_id from dataset_version where id = '" + datasetVersion + "'");
            owner = one("select organization_id from registry_model where id = '" + model + "'");
            body = one("select auditor_organization_id from organization_audit_mandate where organization_id = '"
                    + owner + "' order by since fetch first row only");
            issuer = one("select min(issuer) from organization_member where subject = '" + JONAS + "'");
            administrator = one("select subject from organization_member where organization_id = '" + owner
                    + "' and role = 'ORGANIZATION_ADMIN' fetch first row only");
            execute("insert into organization_organization values ('" + stranger + "', '" + stranger + "', 'Strangers "
                    + stranger + "', '陌 " + stranger + "', 'DEPARTMENT', now())");
            execute("insert into activity_chain values ('" + stranger + "')");
        }

        /** Whatever Lin was before. */
        void become(String who) throws SQLException {
            execute("delete from organization_member where subject = '" + LIN + "'");
            String[] parts = who.split(" ", -1);
            if (ROLES.contains(parts[0])) {
                String place = parts[1].equals("o") ? owner : parts[1].equals("b") ? body : stranger;
                execute("insert into organization_member values ('" + UUID.randomUUID() + "', '" + place + "', '"
                        + issuer + "', '" + LIN + "', '" + parts[0] + "', 'Lin Ma', now())");
            }
        }

        void forget() throws SQLException {
            become(CITIZEN);
        }

        private String one(String sql) throws SQLException {
            try (Connection database = portal.database();
                    Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? String.valueOf(row.getString(1)) : "none";
            }
        }

        private void execute(String sql) throws SQLException {
            try (Connection database = portal.database();
                    Statement statement = database.createStatement()) {
                statement.executeUpdate(sql);
            }
        }
    }
}
