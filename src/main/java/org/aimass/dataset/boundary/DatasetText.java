package org.aimass.dataset.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.Profile;
import org.aimass.dataset.entity.Survey;
import org.aimass.web.Format;
import org.aimass.web.Wording;
import org.jspecify.annotations.Nullable;

/** This room's words with their places filled, in the reader's language. */
@Named
@ApplicationScoped
public class DatasetText {

    @Inject
    Format format;

    /** @param arguments fill {0}, {1}, ... */
    public String say(String key, Object... arguments) {
        return Wording.text(
                "dataset", key, FacesContext.getCurrentInstance().getViewRoot().getLocale(), arguments);
    }

    /** Such as "4 different values" or "at least 1,000,000 different values". */
    public String distinct(ColumnProfile column) {
        return say(column.distinctIsExact() ? "profile.distinct" : "profile.distinctAtLeast", column.distinct());
    }

    /** Such as "18 to 95, mean 43.20" or "500 to 6,988, mean 2,050"; empty when the column does not hold numbers. */
    public String range(ColumnProfile column) {
        return Optional.ofNullable(column.minimum())
                .map(minimum -> say("profile.range", number(minimum), number(column.maximum()), number(column.mean())))
                .orElse("");
    }

    /** How many files an archive has, and which columns name them. */
    public String files(Profile.ArchiveFiles files) {
        return files.namedBy().isEmpty()
                ? say("version.files.none", format.whole(files.count()))
                : say("version.files.value", format.whole(files.count()), String.join(", ", files.namedBy()));
    }

    /** Such as "43.25" or "6,988". */
    public String plain(double value) {
        return number(value);
    }

    /** The groups of a column, what is beyond the first 50 in one, and the rows without a group. */
    public List<GroupRow> rows(Survey.Column column) {
        List<GroupRow> rows = new ArrayList<>();
        column.groups().forEach(group -> rows.add(new GroupRow(group.value(), group)));
        if (column.rest().rows() > 0) {
            rows.add(new GroupRow(say("groups.rest", column.restGroups()), column.rest()));
        }
        if (column.missing().rows() > 0) {
            rows.add(new GroupRow(say("groups.missing"), column.missing()));
        }
        return rows;
    }

    /** A group and what to call it. */
    public record GroupRow(String name, Survey.Group group) {}

    private String number(@Nullable Double value) {
        double known = value == null ? 0 : value;
        return known == Math.rint(known) || Math.abs(known) >= 1000
                ? format.whole(Math.round(known))
                : format.decimal(known, 2);
    }
}
