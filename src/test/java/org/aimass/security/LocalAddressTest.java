package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T13, T9: where a sign-in or a language switch may lead. */
class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reports/AM-2026-0001",
                "/audit/run.xhtml?id=0d7ad5a2-6f1f-4c6e-9a35-0d2e7f2a1b11&tab=groups",
                "/registry/models.xhtml?q=%E6%A8%A1%E5%9E%8B",
                "/report/register.xhtml?q=a//b&next=https://x.example/"
            })
    void pagesOfThePortalStayAsTheyAre(String address) {
        assertEquals(Optional.of(address), LocalAddress.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " /",
                "//evil.example/",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nSet-Cookie: a=b",
                "https://evil.example/",
                "HTTPS://evil.example/",
                "https:evil.example",
                "http:///evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "./x",
                "?x",
                "#x",
                "/a//b",
                "/a/../b",
                "/..",
                "/./a",
                "/%2e%2e/a",
                "/a/%2E%2E%2Fb",
                "/%2f%2fevil.example",
                "/%5cevil.example",
                "/%00",
                "/%0d%0aLocation:x",
                "/a%252fb",
                "/a;jsessionid=1",
                "/a#fragment",
                "/@evil.example\\@x",
                "/\u3002evil",
                "/a\u0000b",
                "/sign-in?return=/",
                "/sign-out",
                "/callback?code=x",
                "/back-channel-logout",
                "/api/v1/reports"
            })
    void anythingElseIsNoPage(String address) {
        assertEquals(Optional.empty(), LocalAddress.of(address));
    }

    @Test
    void anAddressWithoutEndIsNoPage() {
        assertEquals(Optional.empty(), LocalAddress.of("/" + "a".repeat(2_000)));
        assertEquals(Optional.empty(), LocalAddress.of(null));
    }
}
