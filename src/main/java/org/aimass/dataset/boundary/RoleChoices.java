package org.aimass.dataset.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.SchemaProblem;

/** The roles while somebody chooses them, in the order of the columns. */
public class RoleChoices {

    private final Map<String, ColumnRole> chosen = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    /** One column and the role chosen for it. */
    public final class Choice {

        private final ColumnProfile column;
        private final boolean ofFiles;

        Choice(ColumnProfile column, boolean ofFiles) {
            this.column = column;
            this.ofFiles = ofFiles;
        }

        /** Whether it names files of the archive. */
        public boolean isOfFiles() {
            return ofFiles;
        }

        public ColumnProfile getColumn() {
            return column;
        }

        public ColumnRole getRole() {
            return chosen.getOrDefault(column.name(), ColumnRole.IGNORED);
        }

        public void setRole(ColumnRole role) {
            chosen.put(column.name(), role);
        }

        /** Why it cannot have the role; empty when it can, or when nobody has asked yet. */
        public String getProblem() {
            return problems.getOrDefault(column.name(), "");
        }
    }

    /** @param roles that there are to choose from */
    static List<SelectItemGroup> offered(DatasetText text, List<ColumnRole> roles) {
        return Arrays.stream(ColumnRole.Family.values())
                .filter(family -> family.roles().stream().anyMatch(roles::contains))
                .map(family -> new SelectItemGroup(
                        text.say("role.family." + family),
                        null,
                        false,
                        family.roles().stream()
                                .filter(roles::contains)
                                .map(role -> new SelectItem(role, text.say("role." + role)))
                                .toArray(SelectItem[]::new)))
                .toList();
    }

    /** All columns; a role that nobody has chosen yet is the version's own. */
    List<Choice> over(DatasetVersion version) {
        if (choices.isEmpty()) {
            for (ColumnProfile column : version.profile().columns()) {
                version.schema().role(column.name()).ifPresent(role -> chosen.putIfAbsent(column.name(), role));
                choices.add(new Choice(column, version.profile().isOfFiles(column.name())));
            }
        }
        return choices;
    }

    Map<String, ColumnRole> roles() {
        return chosen;
    }

    /** Says every problem at its column, and those of all columns at the top. */
    void show(List<SchemaProblem> found, DatasetText text) {
        problems.clear();
        List<String> names = new ArrayList<>(chosen.keySet());
        for (SchemaProblem problem : found) {
            String message = text.say(problem.key(), problem.arguments().toArray());
            String field = problem.column()
                    .map(column -> "roles:columns:" + names.indexOf(column) + ":role")
                    .orElse(null);
            problem.column().ifPresent(column -> problems.put(column, message));
            FacesContext.getCurrentInstance()
                    .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
        }
        FacesContext.getCurrentInstance().validationFailed();
    }
}
