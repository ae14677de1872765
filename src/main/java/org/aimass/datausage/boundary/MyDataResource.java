package org.aimass.datausage.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.aimass.shared.Sha256Digest;

/** What happened to the asker's own data, as a file to take away. To take it is a look, and is recorded. */
@Path("my-data")
@RequestScoped
public class MyDataResource {

    private static final String FORMAT = "aimass-my-data/1";

    @Inject
    MyDataUses uses;

    /** The newest first; {@code complete} is false where there is more than one file holds. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response mine() {
        MyDataUses.Look look = uses.take();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("made_at", look.at().toString());
        file.put("complete", look.older().isEmpty());
        file.put(
                "uses",
                look.entries().stream()
                        .flatMap(entry -> entry.use().stream())
                        .map(MyDataResource::use)
                        .toList());
        file.put("looks", looks(look.entries()));
        String name = "my-data-" + LocalDate.ofInstant(look.at(), ZoneOffset.UTC) + ".json";
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
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
