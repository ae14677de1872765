package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keycloak's pages look like the portal's and speak its languages. */
@RealPortal
class SignInPageIT {

    @BeforeEach
    void keycloakIsUp(Portal portal) {
        portal.stack().keycloak();
    }

    @Test
    void theSignInPageIsOneOfThePortal(Visitor visitor, Portal portal) {
        Page page = visitor.open("/sign-in");

        assertEquals("Sign in – AI Mass", page.title());
        assertEquals("Sign in", page.locator("h1").innerText());
        assertEquals(portal.at("/").toString(), page.locator(".brand").getAttribute("href"));
        assertEquals("rgb(11, 66, 80)", colour(page.locator(".masthead"), "background-color"));
        assertEquals("rgb(11, 66, 80)", colour(page.locator("#kc-login"), "background-color"));
        assertEquals(0, page.locator("link[href*=patternfly]").count(), "nothing of Keycloak's own look is left");
        visitor.findsNoBarrier();
        visitor.screenshot("keycloak-sign-in");
        page.locator("#password").fill("secret");
        page.locator("#password-show-password").click();
        assertEquals("text", page.locator("#password").getAttribute("type"));
        assertEquals(
                "Hide the password", page.locator("#password-show-password").getAttribute("aria-label"));
    }

    @Test
    void itSpeaksWhatThePortalSpeaksAndAnotherLanguageIsOneStepAway(Visitor visitor, Portal portal) {
        visitor.onPhone().speaking("zh-CN").inTheDark();
        Page page = visitor.open("/sign-in");

        assertEquals("登录 – AI Mass", page.title());
        assertEquals("zh-CN", page.locator("html").getAttribute("lang"));
        assertEquals("rgb(24, 36, 42)", colour(page.locator("body"), "background-color"));
        visitor.findsNoBarrier();
        visitor.screenshot("keycloak-sign-in-zh-phone-dark");

        assertEquals("English", page.locator(".lang").innerText());
        page.locator(".lang").click();
        page.waitForURL(url -> url.contains("kc_locale=en"));
        assertEquals("Sign in", page.locator("h1").innerText());
        visitor.findsNoBarrier();
        visitor.screenshot("keycloak-sign-in-phone-dark");

        page = visitor.open("/sign-in");
        assertEquals("登录", page.locator("h1").innerText(), "the next time it is the portal's language again");
    }

    @Test
    void aWrongPasswordIsSaidBesideTheField(Visitor lin, Visitor ma) {
        Page page = lin.open("/sign-in");
        wrongPassword(page);
        assertEquals("Error: Sign in – AI Mass", page.title());
        assertEquals(
                "The user name or the password is wrong",
                page.locator("#input-error-username").innerText());
        assertEquals("input-error-username", page.locator("#username").getAttribute("aria-describedby"));
        assertEquals("true", page.locator("#username").getAttribute("aria-invalid"));
        assertEquals("nobody", page.locator("#username").inputValue());
        lin.findsNoBarrier();
        lin.screenshot("keycloak-wrong-password");

        page = ma.onPhone().speaking("zh-CN").open("/sign-in");
        wrongPassword(page);
        assertEquals("用户名或密码有误", page.locator("#input-error-username").innerText());
        ma.findsNoBarrier();
        ma.screenshot("keycloak-wrong-password-zh-phone");
    }

    @Test
    void aPasswordIsChanged(Visitor lin, Visitor ma, Portal portal) {
        Page page = asksForNewPassword(lin);
        choosePassword(page, portal);
        assertEquals("Choose a new password", page.locator("h1").innerText());
        lin.findsNoBarrier();
        lin.screenshot("keycloak-update-password");
        page.locator("#password-new").fill("too short");
        page.locator("#password-confirm").fill("different");
        page.locator("#kc-submit").click();
        page.locator(".field-error").first().waitFor();
        lin.findsNoBarrier();
        lin.screenshot("keycloak-update-password-wrong");

        page = asksForNewPassword(ma.onPhone().speaking("zh-CN"));
        choosePassword(page, portal);
        assertEquals("设置新密码", page.locator("h1").innerText());
        ma.findsNoBarrier();
        ma.screenshot("keycloak-update-password-zh-phone");
    }

    @Test
    void whatCannotBeAnsweredIsAPageOfThePortalToo(Visitor lin, Visitor ma, Portal portal) {
        error(lin, portal, "keycloak-error", "There is a problem");
        error(ma.onPhone().speaking("zh-CN"), portal, "keycloak-error-zh-phone", "出现问题");
    }

    @Test
    void signingOutIsAskedForWhenNobodyKnowsWhoAsks(Visitor lin, Visitor ma) {
        signOut(lin, "keycloak-sign-out", "Sign out");
        signOut(ma.onPhone().speaking("zh-CN"), "keycloak-sign-out-zh-phone", "退出登录");
    }

    @Test
    void aPageThatWaitedTooLongSaysHowToGoOn(Visitor lin, Visitor ma, Portal portal) {
        expired(lin, portal, "keycloak-expired", "This page has waited too long");
        expired(ma.onPhone().speaking("zh-CN"), portal, "keycloak-expired-zh-phone", "此页面等待时间过长");
    }

    private static void expired(Visitor visitor, Portal portal, String picture, String heading) {
        Page page = asksForNewPassword(visitor);
        Object signIn = page.locator("#kc-form-login").evaluate("form => form.action");
        choosePassword(page, portal);
        page.navigate(signIn.toString());
        assertEquals(heading, page.locator("h1").innerText());
        visitor.findsNoBarrier();
        visitor.screenshot(picture);
        page.locator("#loginContinueLink").click();
        page.locator("#password-new").waitFor();
    }

    private static void error(Visitor visitor, Portal portal, String picture, String heading) {
        Page page = visitor.open("/sign-in");
        page.navigate(page.url().replaceAll("redirect_uri=[^&]*", "redirect_uri=https%3A%2F%2Fevil.example%2F"));
        assertEquals(heading, page.locator("h1").innerText());
        assertEquals(
                portal.at("/").toString(), page.locator("#backToApplication").getAttribute("href"));
        visitor.findsNoBarrier();
        visitor.screenshot(picture);
        page.navigate(page.url().replaceAll("client_id=[^&]*", "client_id=nobody"));
        assertEquals(heading, page.locator("h1").innerText());
        assertEquals(portal.at("/").toString(), page.locator(".brand").getAttribute("href"));
        visitor.findsNoBarrier();
    }

    private static void signOut(Visitor visitor, String picture, String heading) {
        String keycloak = visitor.open("/sign-in").url().replaceFirst("/protocol/.*", "");
        Page page = visitor.signIn("lin.ma");
        page.navigate(keycloak + "/protocol/openid-connect/logout");
        assertEquals(heading, page.locator("h1").innerText());
        visitor.findsNoBarrier();
        visitor.screenshot(picture);
        page.locator("#kc-logout").click();
        page.locator("#kc-logout")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        visitor.findsNoBarrier();
        visitor.screenshot(picture + "-done");
        page.locator("main .btn").click();
        page.waitForURL(url -> !url.contains("/realms/"));
    }

    /** The sign-in page; after it comes the page for a new password. */
    private static Page asksForNewPassword(Visitor visitor) {
        Page page = visitor.open("/sign-in");
        page.navigate(page.url() + "&kc_action=UPDATE_PASSWORD");
        return page;
    }

    private static void choosePassword(Page page, Portal portal) {
        page.locator("#username").fill("lin.ma");
        page.locator("#password").fill(portal.stack().password("lin.ma"));
        page.locator("#kc-login").click();
        page.locator("#password-new").waitFor();
    }

    private static void wrongPassword(Page page) {
        // of nobody: a wrong password of somebody would lock them out for the other tests
        page.locator("#username").fill("nobody");
        page.locator("#password").fill("wrong");
        page.locator("#kc-login").click();
        page.locator("#input-error-username").waitFor();
    }

    private static Object colour(Locator element, String property) {
        return element.evaluate("(e, property) => getComputedStyle(e).getPropertyValue(property)", property);
    }
}
