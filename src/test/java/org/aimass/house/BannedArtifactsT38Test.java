package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * T38: the build refuses versions with known holes, whoever brings them, before it compiles anything. So it does here:
 * {@code mvn validate -Dpostgresql.version=42.7.11}.
 */
class BannedArtifactsT38Test {

    private static final String RULE = "//plugin[artifactId='maven-enforcer-plugin']/executions/execution[id='holes']";

    private static Object find(String path, QName kind) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document pom = factory.newDocumentBuilder().parse(new File("pom.xml"));
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate(path, pom, kind);
    }

    private static List<String> texts(String path) throws Exception {
        NodeList found = (NodeList) find(path, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    void theBuildFailsOnThem() throws Exception {
        List<String> banned = texts(RULE + "/configuration/rules/bannedDependencies/excludes/exclude");
        assertTrue(
                banned.containsAll(
                        List.of("org.apache.parquet:parquet-avro:(,1.15.2)", "org.postgresql:postgresql:(,42.7.12)")),
                banned::toString);
        assertEquals(List.of("enforce"), texts(RULE + "/goals/goal"));
        // neither later than the compiler, nor a warning alone, nor what is named here alone
        for (String softer : List.of("phase", "configuration/skip", "configuration/fail", ".//includes", ".//level")) {
            assertEquals(List.of(), texts(RULE + "/" + softer), softer);
        }
        assertFalse(texts(RULE + "//searchTransitive").contains("false"));
    }

    /** A version that may change by itself is no version. */
    @Test
    void everyVersionIsOne() throws Exception {
        NodeList versions = (NodeList) find("//dependency/version | //plugin/version", XPathConstants.NODESET);
        assertTrue(versions.getLength() > 30);
        for (int i = 0; i < versions.getLength(); i++) {
            Node version = versions.item(i);
            String text = version.getTextContent();
            assertTrue(text.matches("\\$\\{[a-z0-9.-]+\\}|[0-9][0-9A-Za-z.-]*") && !text.endsWith("SNAPSHOT"), text);
        }
    }
}
