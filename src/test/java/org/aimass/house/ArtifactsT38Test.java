package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** T38: what is built is what was chosen: each artifact by one version, from Central alone, and none that is banned. */
class ArtifactsT38Test {

    private static final Pattern ONE_VERSION = Pattern.compile("[0-9][0-9A-Za-z.-]*|\\$\\{[a-z0-9-]+\\.version}");
    private static final Pattern RELEASE = Pattern.compile("[0-9][0-9A-Za-z.-]*");

    @Test
    void everyVersionIsOneVersion() throws Exception {
        Document pom = pom();
        List<String> loose = new ArrayList<>();
        for (Element artifact : all(pom, "dependency", "plugin", "artifactItem")) {
            String version = child(artifact, "version");
            boolean managed = version.isEmpty() && !isPinnedHere(artifact);
            if (!managed && !isOne(version)) {
                loose.add(child(artifact, "artifactId") + " " + version);
            }
        }
        assertEquals(List.of(), loose);
        for (Element property : children(all(pom, "properties").get(0))) {
            if (property.getTagName().endsWith(".version")) {
                assertTrue(RELEASE.matcher(property.getTextContent()).matches(), property.getTagName());
                assertFalse(property.getTextContent().endsWith("-SNAPSHOT"), property.getTagName());
            }
        }
    }

    private static boolean isOne(String version) {
        return ONE_VERSION.matcher(version).matches() && !version.endsWith("-SNAPSHOT");
    }

    /** In a profile a plugin is named again, and an artifact of a family gets its version from the family's list. */
    private static boolean isPinnedHere(Element artifact) {
        return artifact.getTagName().equals("artifactItem")
                || (artifact.getTagName().equals("plugin") && !isInProfile(artifact));
    }

    private static boolean isInProfile(Node node) {
        return node.getParentNode() != null
                && (node.getParentNode().getNodeName().equals("profile") || isInProfile(node.getParentNode()));
    }

    @Test
    void nothingComesFromAnywhereButCentral() throws Exception {
        assertEquals(0, all(pom(), "repository", "pluginRepository").size());
    }

    /** The rule that fails the build is there; that it does was tried. */
    @Test
    void whatHasKnownHolesFailsTheBuild() throws Exception {
        List<String> banned = new ArrayList<>();
        for (Element rule : all(pom(), "bannedDependencies")) {
            children(children(rule).get(0)).forEach(each -> banned.add(each.getTextContent()));
        }
        assertTrue(banned.contains("org.apache.parquet:parquet-avro:(,1.15.2)"), banned::toString);
        assertTrue(banned.contains("org.postgresql:postgresql:(,42.7.12)"), banned::toString);
    }

    private static Document pom() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }

    private static List<Element> all(Document pom, String... names) {
        List<Element> found = new ArrayList<>();
        for (String name : names) {
            NodeList nodes = pom.getElementsByTagName(name);
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
        }
        return found;
    }

    private static List<Element> children(Element of) {
        List<Element> found = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String child(Element of, String name) {
        return children(of).stream()
                .filter(each -> each.getTagName().equals(name))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }
}
