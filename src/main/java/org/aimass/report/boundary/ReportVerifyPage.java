package org.aimass.report.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.aimass.report.control.PublicRegister;
import org.aimass.shared.Sha256Digest;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** Looks up a digest in everything that was published. Nothing is uploaded: the reader computes the digest. */
@Named
@RequestScoped
public class ReportVerifyPage {

    private static final int LONGEST = 200;

    @Inject
    PublicRegister register;

    private String digest = "";
    private List<PublicRegister.Place> places = List.of();

    /** A place where the digest stands, in words. */
    public record PlaceView(
            String what, String title, @Nullable String lang, String address, String number) {}

    public void open() {
        String hex = getHex();
        places = hex.isEmpty() ? List.of() : register.placesOf(new Sha256Digest(hex));
    }

    /** Without the blanks and signs that programs write around it; empty where it is no digest. */
    public String getHex() {
        String plain = digest.toLowerCase(Locale.ROOT).replaceAll("[\\s:-]", "").replaceFirst("^sha256", "");
        return plain.matches("[0-9a-f]{64}") ? plain : "";
    }

    public boolean isAsked() {
        return !digest.isBlank();
    }

    /** Whether something was typed that is no digest. */
    public boolean isMalformed() {
        return isAsked() && getHex().isEmpty();
    }

    public List<PlaceView> getPlaces() {
        RoomWords words = new RoomWords("report", locale());
        return places.stream()
                .map(place -> new PlaceView(
                        words.say("verify.kind." + place.kind(), place.number(), Integer.toString(place.version())),
                        place.title().in(words.locale()),
                        place.title().languageFor(words.locale()),
                        ReportStanding.address(place.number(), place.version()),
                        place.number()))
                .toList();
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public String getDigest() {
        return digest;
    }

    public void setDigest(@Nullable String digest) {
        this.digest = digest == null
                ? ""
                : digest.strip().substring(0, Math.min(LONGEST, digest.strip().length()));
    }
}
