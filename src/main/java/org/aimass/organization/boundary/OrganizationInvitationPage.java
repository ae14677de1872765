package org.aimass.organization.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.aimass.organization.control.AcceptInvitation;
import org.aimass.organization.entity.Invitation;
import org.jspecify.annotations.Nullable;

/** Where an invited person, signed in, sees to what they are invited, and accepts. */
@Named
@RequestScoped
public class OrganizationInvitationPage {

    private static final int LONGEST_CODE = 100;

    @Inject
    AcceptInvitation invitations;

    private String code = "";

    @PostConstruct
    void read() {
        setCode(Asked.parameter("code"));
    }

    /** Null where the code is good for nothing; then it is not said why. */
    public @Nullable Invitation getInvitation() {
        return find().orElse(null);
    }

    private Optional<Invitation> find() {
        return code.isEmpty() ? Optional.empty() : invitations.find(code);
    }

    public boolean isGiven() {
        return !code.isEmpty();
    }

    public String accept() {
        invitations.accept(code);
        Asked.done("invitation.accepted");
        return "/desk/work?faces-redirect=true";
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        String stripped = code.strip();
        this.code = stripped.substring(0, Math.min(LONGEST_CODE, stripped.length()));
    }
}
