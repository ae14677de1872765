package org.aimass.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** One line of JSON for each log record, with the id of the request it belongs to. What looks like a token is left out. */
final class JsonLog extends Formatter {

    /** Three parts in base64url with dots: a JSON Web Token; or whatever stands where a secret stands. */
    private static final Pattern SECRET = Pattern.compile(
            "eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*|(?i)(?<=(password|secret|token|code|bearer)[=: ]{1,2})[^\\s,;&\"]{12,}");

    @Override
    public String format(LogRecord log) {
        StringBuilder line = new StringBuilder(200);
        line.append("{\"time\":\"").append(log.getInstant()).append("\",\"level\":\"");
        line.append(log.getLevel().getName()).append('"');
        add(line, "logger", String.valueOf(log.getLoggerName()));
        if (!RequestId.current().isEmpty()) {
            add(line, "request", RequestId.current());
        }
        add(line, "message", formatMessage(log));
        if (log.getThrown() != null) {
            StringWriter trace = new StringWriter();
            log.getThrown().printStackTrace(new PrintWriter(trace, true));
            add(line, "error", trace.toString());
        }
        return line.append("}\n").toString();
    }

    private static void add(StringBuilder line, String name, String value) {
        line.append(",\"").append(name).append("\":\"");
        String safe = SECRET.matcher(value).replaceAll("***");
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c == '\n') {
                line.append("\\n");
            } else if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }
}
