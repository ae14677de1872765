import client.ApiClient;
import client.ApiException;
import client.api.AuditsApi;
import client.api.DatasetsApi;
import client.api.ModelsApi;
import client.api.PersonApi;
import client.api.RegisterApi;
import client.api.UploadsApi;
import client.model.Audit;
import client.model.ColumnRole;
import client.model.DatasetVersion;
import client.model.FinishedUpload;
import client.model.ModelDomain;
import client.model.ModelTask;
import client.model.ModelVersion;
import client.model.NewAudit;
import client.model.NewDataset;
import client.model.NewModel;
import client.model.NewUpload;
import client.model.RegisterPage;
import client.model.Results;
import client.model.RolesChosen;
import client.model.RunStatus;
import client.model.Upload;
import client.model.UploadKind;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a department and an audit body would write: the main job, with nothing but the client that was generated from the API's document.
 * Compiled by the test, after the client.
 */
public final class DepartmentProgram {

    private static final long PATIENCE_MS = 120_000;
    private static final int PIECES = 3;
    private static final int CONFLICT = 409;

    private final URI portal;
    private final String departmentToken;
    private final ApiClient department;
    private final ApiClient auditors;

    private DepartmentProgram(URI portal, String departmentToken, String auditorsToken) {
        this.portal = portal;
        this.departmentToken = departmentToken;
        department = client(portal, departmentToken);
        auditors = client(portal, auditorsToken);
    }

    private static ApiClient client(URI portal, String token) {
        ApiClient client = new ApiClient();
        // without TLS there is no HTTP/2, and the server does not wait for the body of a request that offers to change to it
        client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        client.updateBaseUri(portal + "/api/v1");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    /** @return what came of it, by name */
    public static Map<String, String> run(URI portal, String departmentToken, String auditorsToken, String csv)
            throws Exception {
        return new DepartmentProgram(portal, departmentToken, auditorsToken).run(csv);
    }

    private Map<String, String> run(String csv) throws Exception {
        Map<String, String> facts = new LinkedHashMap<>();
        UUID organization = new PersonApi(department)
                .getPerson(null)
                .getOrganizations()
                .get(0)
                .getOrganization()
                .getId();
        ModelVersion model = new ModelsApi(department)
                .registerModel(
                        key(),
                        new NewModel()
                                .organization(organization)
                                .name("Rent support by API " + key())
                                .purpose("Says who is probably entitled")
                                .task(ModelTask.BINARY_CLASSIFICATION)
                                .domain(ModelDomain.PUBLIC_BENEFITS)
                                .licence("MIT")
                                .label("1.0"));
        facts.put("model", model.getModel().toString());
        facts.put("modelVersion", model.getId().toString());
        Upload upload = send(csv.getBytes(StandardCharsets.UTF_8));
        facts.put("upload", upload.getId().toString());
        DatasetsApi datasets = new DatasetsApi(department);
        DatasetVersion dataset = datasets.submitDataset(
                key(),
                new NewDataset()
                        .organization(organization)
                        .name("Decisions by API " + key())
                        .description("Made for a test")
                        .upload(upload.getId()));
        facts.put("dataset", dataset.getDataset().toString());
        facts.put("datasetVersion", dataset.getId().toString());
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (dataset.getStatus() == DatasetVersion.StatusEnum.PROFILING && System.currentTimeMillis() < end) {
            Thread.sleep(300);
            dataset = datasets.getDatasetVersion(dataset.getId(), null);
        }
        facts.put("rows", String.valueOf(dataset.getRows()));
        dataset = datasets.chooseRoles(
                dataset.getId(),
                new RolesChosen()
                        .roles(Map.of(
                                "label", ColumnRole.LABEL, "score", ColumnRole.SCORE, "sex", ColumnRole.SENSITIVE)));
        facts.put("datasetStatus", dataset.getStatus().getValue());
        audit(facts, model.getId(), dataset.getId());
        RegisterPage found = new RegisterApi(department).searchRegister("rent", null, 1, null);
        facts.put("report", found.getItems().get(0).getNumber());
        facts.put(
                "reportNumber",
                String.valueOf(new RegisterApi(department)
                        .getReport(found.getItems().get(0).getNumber(), null)
                        .get("number")));
        return facts;
    }

    private void audit(Map<String, String> facts, UUID model, UUID dataset) throws Exception {
        AuditsApi audits = new AuditsApi(auditors);
        String policy = audits.listPolicies(null).getItems().get(0).getKey();
        NewAudit asked = new NewAudit()
                .modelVersion(model)
                .datasetVersion(dataset)
                .policy(policy)
                .features(List.of("sex"));
        String key = key();
        Audit audit = audits.startAudit(key, asked);
        facts.put("startedTwice", String.valueOf(audits.startAudit(key, asked).getId().equals(audit.getId())));
        facts.put("audit", audit.getId().toString());
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while ((audit.getStatus() == RunStatus.QUEUED || audit.getStatus() == RunStatus.RUNNING)
                && System.currentTimeMillis() < end) {
            Thread.sleep(300);
            audit = audits.getAudit(audit.getId(), null);
        }
        facts.put("auditStatus", audit.getStatus().getValue());
        Results results = audits.getResults(audit.getId(), null);
        facts.put("rowsUsed", String.valueOf(results.getRows().getUsed()));
        results.getGroups().stream()
                .filter(group -> "w".equals(group.getFeatures().get("sex")))
                .forEach(group -> facts.put(
                        "women",
                        group.getTruePositives() + " " + group.getFalsePositives() + " " + group.getFalseNegatives()
                                + " " + group.getTrueNegatives()));
        facts.put("comparisons", String.valueOf(results.getComparisons().size()));
    }

    private Upload send(byte[] file) throws Exception {
        UploadsApi uploads = new UploadsApi(department);
        Upload upload = uploads.beginUpload(
                key(),
                new NewUpload().name("decisions.csv").size((long) file.length).kind(UploadKind.DATASET));
        int piece = file.length / PIECES + 1;
        for (int offset = 0; offset < file.length; offset += piece) {
            byte[] bytes = Arrays.copyOfRange(file, offset, Math.min(file.length, offset + piece));
            upload = append(upload, offset, bytes);
        }
        try {
            append(upload, 0, file);
            throw new IllegalStateException("what is there already was taken again");
        } catch (ApiException e) {
            if (e.getCode() != CONFLICT) {
                throw e;
            }
        }
        return uploads.finishUpload(upload.getId(), key(), new FinishedUpload().sha256(sha256(file)));
    }

    /** This generator writes a binary body as JSON (as of 7.19), so the body is set where its client lets the request be looked at. */
    private Upload append(Upload upload, int offset, byte[] bytes) throws Exception {
        ApiClient client = client(portal, departmentToken);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + departmentToken)
                .method("PUT", HttpRequest.BodyPublishers.ofByteArray(bytes)));
        return new UploadsApi(client).appendPiece(upload.getId(), (long) offset, sha256(bytes), new File("decisions.csv"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
