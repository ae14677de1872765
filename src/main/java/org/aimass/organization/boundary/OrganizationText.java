package org.aimass.organization.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.aimass.activity.ActivityRecord;
import org.aimass.security.PublicUrl;
import org.aimass.security.Role;
import org.aimass.web.Format;
import org.aimass.web.Wording;

/** This room's words with their places filled, in the reader's language. */
@Named
@ApplicationScoped
public class OrganizationText {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<Role> ROLES = List.of(Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN);

    @Inject
    PublicUrl portal;

    @Inject
    Format format;

    /** @param arguments fill {0}, {1}, ... */
    public String say(String key, Object... arguments) {
        return Wording.text("organization", key, Asked.locale(), arguments);
    }

    public String role(Role role) {
        return Wording.text("web", "frame.role." + role.word(), Asked.locale());
    }

    /** Such as "Auditor, Approver". */
    public String roles(Collection<Role> roles) {
        return roles.stream().map(this::role).collect(Collectors.joining(say("list.separator")));
    }

    /** What was done, in words; the portal's own word for it where there are none. */
    public String action(String action) {
        try {
            return say("action." + action);
        } catch (MissingResourceException e) {
            return action;
        }
    }

    /** What an act was about, such as "model_version 1f…", "sha256: 3c…": each a piece that stays together. */
    public List<String> details(ActivityRecord record) {
        List<String> pieces = new ArrayList<>(List.of(record.subjectType() + " " + record.subjectId()));
        try {
            JSON.readTree(record.details())
                    .properties()
                    .forEach(each -> pieces.add(
                            each.getKey() + ": " + brief(each.getValue().asText())));
        } catch (JsonProcessingException e) {
            pieces.add(record.details());
        }
        return pieces;
    }

    private String brief(String value) {
        return value.matches("[0-9a-f]{64}") ? format.shortDigest(value) : value;
    }

    /** Where an invitation is accepted. */
    public String invitationAddress(String code) {
        return portal.address("/organization/invitation.xhtml?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }
}
