package org.aimass.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The people of the demo. Their identifiers are fixed, because the demo's content names them; their passwords are generated. */
public final class DemoAccounts {
    /** The place in the realm file where people are put in. */
    private static final String NOBODY = "\"users\": []";

    private static final List<Account> PEOPLE = List.of(
            new Account(1, "Amara", "Okafor", "auditor, Northmere Audit Office", ""),
            new Account(2, "Tomas", "Lind", "approver, Northmere Audit Office", ""),
            new Account(3, "Jonas", "Berg", "submitter, Ministry of Social Affairs", ""),
            new Account(4, "Lin", "Ma", "citizen", ""),
            new Account(5, "Ines", "Duarte", "administrator of the portal", "portal-admin"),
            new Account(6, "Marta", "Silva", "administrator, Ministry of Social Affairs", ""));

    private final GeneratedSecrets secrets;

    public DemoAccounts(GeneratedSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param number 1 to 6, part of the identifier
     * @param work what the person does, for the list that the run command prints
     * @param realmRole a role for the whole portal, or empty
     */
    private record Account(int number, String givenName, String familyName, String work, String realmRole) {
        String username() {
            return (givenName + "." + familyName).toLowerCase(Locale.ROOT);
        }

        String json(String password) {
            String roles = realmRole.isEmpty() ? "" : ", \"" + realmRole + "\"";
            return """
                    {"id": "5b0a6a1e-000%1$d-4000-8000-00000000000%1$d", "username": "%2$s", "enabled": true,
                     "firstName": "%3$s", "lastName": "%4$s", "email": "%2$s@northmere.example", "emailVerified": true,
                     "credentials": [{"type": "password", "value": "%5$s"}],
                     "realmRoles": ["default-roles-aimass"%6$s]}""".formatted(number, username(), givenName, familyName, password, roles);
        }
    }

    /** The password of, say, {@code amara.okafor}. */
    public String password(String username) throws IOException {
        return secrets.get("demo." + username);
    }

    /** The realm file with the people of the demo in it. */
    public String addedTo(String realm) throws IOException {
        if (!realm.contains(NOBODY)) {
            throw new IllegalArgumentException("the realm file has no " + NOBODY);
        }
        List<String> people = new ArrayList<>();
        for (Account account : PEOPLE) {
            people.add(account.json(password(account.username())));
        }
        return realm.replace(NOBODY, "\"users\": [" + String.join(",\n", people) + "]");
    }

    /** One line for each account: name, password, work. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Account account : PEOPLE) {
            lines.add("%-14s %-24s %s".formatted(account.username(), password(account.username()), account.work()));
        }
        return lines;
    }
}
