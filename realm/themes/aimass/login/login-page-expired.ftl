<#import "template.ftl" as layout>
<#-- Keycloak's own has two links that are both called "Click here". -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p id="instruction1">${msg("pageExpiredMsg1")}</p>
    <p class="actions">
      <a class="btn" id="loginContinueLink" href="${url.loginAction}">${msg("pageExpiredContinue")}</a>
      <a class="btn btn-quiet" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("pageExpiredRestart")}</a>
    </p>
  </#if>
</@layout.registrationLayout>
