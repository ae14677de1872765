package org.aimass.stack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Through the real Keycloak, with a real browser. */
@RealPortal
class SignInIT {

    @Test
    void leadsBackToThePageThatWasAskedFor(Portal portal, Visitor lin) {
        lin.open("/my-data");
        Page page = lin.signIn("lin.ma");

        assertEquals(portal.at("/my-data").toString(), page.url());
        assertThat(page.locator("body")).containsText("Lin Ma");
    }
}
