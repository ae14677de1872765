package org.aimass.dataset.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.TableFault;
import org.aimass.dataset.entity.TableFaults;
import org.aimass.shared.Refusal;
import org.aimass.web.Attachment;
import org.aimass.web.Ids;

/** {@code GET /dataset/faults?id=}: what is wrong in a version's file, as a CSV file (RFC 4180) that no spreadsheet takes for formulas. */
@WebServlet("/dataset/faults")
public class FaultsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DatasetVersions versions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DatasetVersion version;
        TableFaults faults;
        try {
            version = versions.get(
                    Ids.of(Optional.ofNullable(request.getParameter("id")).orElse("")));
            faults = version.faults().orElseThrow(Refusal::notFound);
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status());
            return;
        }
        response.setHeader(
                "Content-Disposition",
                Attachment.named(version.dataset().name() + " " + version.number() + " problems.csv"));
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        Writer out = response.getWriter();
        out.write("line,column,found,expected\r\n");
        for (TableFault fault : faults.first()) {
            out.write(line(fault));
        }
    }

    static String line(TableFault fault) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s\r\n",
                fault.line() == 0 ? "" : Long.toString(fault.line()),
                Attachment.cell(fault.column()),
                Attachment.cell(fault.found()),
                Attachment.cell(fault.expected()));
    }
}
