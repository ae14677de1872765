package org.aimass.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The launcher's two commands beside starting the portal: {@code backup FILE} and {@code restore FILE}. */
final class Keeping {
    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";

    private final PrintStream out;

    Keeping(PrintStream out) {
        this.out = out;
    }

    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && List.of(BACKUP, RESTORE).contains(arguments[0]);
    }

    /** @return 0; 1 when nothing was done; 2 when a stored file in the backup is not what was stored */
    int run(Map<String, String> environment, String... arguments) {
        String command = arguments[0];
        try {
            if (arguments.length != 2) {
                throw new CannotStart("say which file: " + command + " FILE");
            }
            Settings settings = Settings.of(environment, List.of());
            Path archive = Path.of(arguments[1]).toAbsolutePath().normalize();
            return command.equals(BACKUP) ? backup(settings, archive) : restore(settings, archive);
        } catch (CannotStart e) {
            out.println("AI Mass cannot " + command + ": " + e.getMessage());
            return 1;
        }
    }

    private int backup(Settings settings, Path archive) throws CannotStart {
        Backup.Report report = Backup.write(settings.data(), archive);
        say("Backed up " + settings.data() + " to " + archive, report);
        out.println("It holds keys and passwords: keep it where only those may read it who run the portal.");
        sayWhatIsElsewhere(settings, "pg_dump it before the files");
        report.changed().forEach(name -> out.println("CHANGED since it was stored: " + name));
        return report.changed().isEmpty() ? 0 : 2;
    }

    private int restore(Settings settings, Path archive) throws CannotStart {
        Backup.Report report = Restore.read(archive, settings.data());
        say("Restored " + archive + " to " + settings.data(), report);
        sayWhatIsElsewhere(settings, "pg_restore it after the files");
        return 0;
    }

    private void say(String done, Backup.Report report) {
        out.printf(
                "%s: %d files, each checked by its SHA-256, %.1f MB, databases: %s.%n",
                done,
                report.files(),
                report.bytes() / 1e6,
                report.databases().isEmpty() ? "none" : String.join(", ", report.databases()));
    }

    private void sayWhatIsElsewhere(Settings settings, String whatToDo) {
        if (settings.find("AIMASS_DB_URL").isPresent()) {
            out.println("The portal's database is not in it (AIMASS_DB_URL): " + whatToDo + ".");
        }
        if (settings.find("AIMASS_OIDC_ISSUER").isPresent()) {
            out.println("Keycloak's database is not in it (AIMASS_OIDC_ISSUER).");
        }
    }
}
