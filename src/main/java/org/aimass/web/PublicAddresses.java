package org.aimass.web;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short addresses that people read, print and cite, and the page behind each. */
final class PublicAddresses {

    private static final Map<String, String> PAGES = Map.of(
            "/", "/report/register.xhtml",
            "/register", "/report/register.xhtml",
            "/verify", "/report/verify.xhtml",
            "/method", "/audit/method.xhtml",
            "/guide", "/desk/guide.xhtml",
            "/my-data", "/datausage/mine.xhtml",
            "/my-data.json", "/datausage/mine.json",
            "/work", "/desk/work.xhtml");

    /** A report's number, such as AM-2026-0001, perhaps one of its versions, and perhaps a format. */
    private static final Pattern REPORT = Pattern.compile(
            "/reports/(AM-[0-9]{4}-[0-9]{4,9})(?:/versions/([1-9][0-9]{0,5}))?(\\.json|\\.csv|/entries\\.json)?");

    private PublicAddresses() {}

    /** Empty for every address that is not short. */
    static Optional<String> pageOf(String path) {
        String page = PAGES.get(path);
        if (page != null) {
            return Optional.of(page);
        }
        Matcher report = REPORT.matcher(path);
        if (!report.matches()) {
            return Optional.empty();
        }
        String version = report.group(2);
        String format = report.group(3);
        String machines = "/api/v1/reports/" + report.group(1) + (version == null ? "" : "/versions/" + version);
        if (format == null) {
            return Optional.of(
                    "/report/view.xhtml?number=" + report.group(1) + (version == null ? "" : "&version=" + version));
        }
        return switch (format) {
            case ".json" -> Optional.of(machines);
            case ".csv" -> version == null ? Optional.empty() : Optional.of(machines + "/tables");
            default -> version == null ? Optional.of(machines + "/entries") : Optional.empty();
        };
    }
}
