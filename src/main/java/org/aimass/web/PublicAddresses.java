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
            "/method", "/audit/method.xhtml",
            "/guide", "/desk/guide.xhtml",
            "/my-data", "/datausage/mine.xhtml",
            "/work", "/desk/work.xhtml");

    /** A report's number, such as AM-2026-0001. */
    private static final Pattern REPORT = Pattern.compile("/reports/(AM-[0-9]{4}-[0-9]{4,9})(\\.json)?");

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
        return Optional.of(
                report.group(2) == null
                        ? "/report/view.xhtml?number=" + report.group(1)
                        : "/api/v1/reports/" + report.group(1));
    }
}
