package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.aimass.security.PublicUrl;

/** What must be set before the first request. */
@WebListener
public class PortalStart implements ServletContextListener {

    @Inject
    PublicUrl portal;

    private final Map<Handler, Formatter> before = new HashMap<>();
    private final Map<Handler, Optional<Filter>> filters = new HashMap<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            before.put(handler, handler.getFormatter());
            handler.setFormatter(new JsonLog());
            filters.put(handler, Optional.ofNullable(handler.getFilter()));
            handler.setFilter(new ExpectedDuplicates(handler.getFilter()));
        }
        // words that have no own language file are English ones, whatever the machine speaks
        Locale.setDefault(Locale.ENGLISH);
        configureCookie(event.getServletContext());
    }

    /** Behind a proxy the portal itself speaks plain HTTP: only its public address knows whether cookies travel encrypted. */
    private void configureCookie(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(portal.isHttps() ? "__Host-aimass" : "aimass");
        cookie.setSecure(portal.isHttps());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        before.forEach(Handler::setFormatter);
        filters.forEach((handler, filter) -> handler.setFilter(filter.orElse(null)));
    }
}
