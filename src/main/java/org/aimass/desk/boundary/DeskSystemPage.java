package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.aimass.desk.control.PortalVersions;
import org.aimass.desk.control.SystemChecks;
import org.aimass.desk.entity.DatabaseState;
import org.aimass.desk.entity.SystemCheck;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the portal runs on: walls, devices and limits of each node, and every version. */
@Named
@RequestScoped
public class DeskSystemPage {

    private static final String POM = "/META-INF/maven/org.aimass/aimass/pom.properties";

    @Inject
    SystemChecks checks;

    @Inject
    PortalVersions versions;

    @Inject
    DeskText text;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "aimass.sandbox")
    String sandbox;

    @Inject
    @ConfigProperty(name = "aimass.run.memory")
    long memory;

    @Inject
    @ConfigProperty(name = "aimass.run.slots")
    int slots;

    @Inject
    @ConfigProperty(name = "aimass.run.deadline")
    java.time.Duration deadline;

    @Inject
    @ConfigProperty(name = "aimass.oidc.issuer")
    String issuer;

    private @Nullable List<SystemCheck> all;

    public void load() {
        getChecks();
    }

    public List<SystemCheck> getChecks() {
        List<SystemCheck> known = all;
        if (known == null) {
            known = checks.all();
            all = known;
        }
        return known;
    }

    public boolean isPending(SystemCheck check) {
        return check.isPending(clock.instant());
    }

    /** Whether an answer of any node is still to come. */
    public boolean isAnyPending() {
        return getChecks().stream().anyMatch(this::isPending);
    }

    public String again() {
        checks.ask();
        return "/desk/system?faces-redirect=true";
    }

    /** As the build called it; a word of its own where it was not built by Maven. */
    public String getPortal() throws IOException {
        try (InputStream pom =
                FacesContext.getCurrentInstance().getExternalContext().getResourceAsStream(POM)) {
            if (pom == null) {
                return text.words("system.development");
            }
            Properties properties = new Properties();
            properties.load(pom);
            return properties.getProperty("version");
        }
    }

    /** The server's own name and version; it may keep them to itself. */
    public String getServer() {
        Object context = FacesContext.getCurrentInstance().getExternalContext().getContext();
        return context instanceof jakarta.servlet.ServletContext servlet
                ? servlet.getServerInfo().strip()
                : "";
    }

    public String getJava() {
        return versions.java();
    }

    public DatabaseState getDatabase() {
        return versions.database();
    }

    public String getSandbox() {
        return sandbox;
    }

    public long getMemory() {
        return memory << 20;
    }

    public int getSlots() {
        return slots;
    }

    public java.time.Duration getDeadline() {
        return deadline;
    }

    public String getIssuer() {
        return issuer;
    }
}
