package org.aimass.datausage.boundary;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aimass.datausage.control.MyDataUses;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.organization.entity.Organization;
import org.aimass.processing.entity.ProcessingActivity;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.aimass.web.Attachment;

/** {@code GET /my-data.json}: what happened to the asker's own data, as a file to take away. To take it is a look, and is recorded. */
@WebServlet("/datausage/mine.json")
public class MyDataServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String FORMAT = "aimass-my-data/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient MyDataUses uses;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MyDataUses.Look look;
        try {
            look = uses.take();
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status());
            return;
        }
        String day = LocalDate.ofInstant(look.at(), ZoneOffset.UTC).toString();
        response.setHeader("Content-Disposition", Attachment.named("my-data-" + day + ".json"));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        JSON.writeValue(response.getOutputStream(), file(look));
    }

    /** The newest use first; {@code complete} is false where there is more than one file holds. */
    private static Map<String, Object> file(MyDataUses.Look look) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("made_at", look.at().toString());
        file.put("complete", look.older().isEmpty());
        file.put(
                "uses",
                look.entries().stream()
                        .flatMap(entry -> entry.use().stream())
                        .map(MyDataServlet::use)
                        .toList());
        file.put("looks", looks(look.entries()));
        return file;
    }

    private static List<String> looks(List<MyDataUses.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.use().isEmpty())
                .map(MyDataUses.Entry::occurredAt)
                .map(Instant::toString)
                .toList();
    }

    private static Map<String, Object> use(DataUsageRecord record) {
        ProcessingActivity activity = record.activity();
        Map<String, Object> use = new LinkedHashMap<>();
        use.put("occurred_at", record.occurredAt().toString());
        use.put("what_happened", text(activity.whatHappens()));
        use.put("controller", name(activity.controller()));
        use.put("purpose", text(activity.purpose()));
        use.put("outcome", text(activity.outcome(record.outcome()).orElseThrow()));
        use.put("human_involvement", record.humanInvolvement().name());
        use.put("data_categories", text(activity.dataCategories()));
        use.put("legal_basis", text(activity.legalBasis()));
        use.put("recipients", text(activity.recipients()));
        use.put("retention", text(activity.retention()));
        use.put("contact", activity.contact());
        use.put("model", model(record));
        return use;
    }

    private static Map<String, Object> model(DataUsageRecord record) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", record.modelVersion().model().name());
        model.put("version", record.modelVersion().label());
        record.modelVersion().sha256().map(Sha256Digest::hex).ifPresent(hex -> model.put("sha256", hex));
        return model;
    }

    private static Map<String, String> name(Organization controller) {
        Map<String, String> name = new LinkedHashMap<>();
        name.put("en", controller.name(Locale.ENGLISH));
        name.put("zh", controller.name(Locale.SIMPLIFIED_CHINESE));
        return name;
    }

    private static Map<String, String> text(Bilingual text) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("en", text.en());
        both.put("zh", text.zh());
        return both;
    }
}
