<#-- The frame of all pages, like the portal's. In place of keycloak.v2/login/template.ftl of Keycloak 26.7: compare it at every update. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#-- Keycloak's templates leave a comment with their name in every part -->
<#assign heading><#nested "header"></#assign>
<#assign heading = heading?markup_string?replace("<!--.*?-->", "", "rs")?trim>
<#assign others><#nested "socialProviders"></#assign>
<#assign others = others?markup_string?replace("<!--.*?-->", "", "rs")?trim>
<#assign portal = properties.portal!"">
<#assign wrong = message?has_content && message.type == "error">
<#assign lead = msg("lead." + pageId)>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="color-scheme" content="light dark">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <#if properties.meta?has_content>
    <#list properties.meta?split(' ') as meta>
  <meta name="${meta?split('==')[0]}" content="${meta?split('==')[1]}">
    </#list>
  </#if>
  <title><#if wrong && pageId != "error">${msg("frameError")}</#if>${heading?no_esc} – AI Mass</title>
  <link rel="icon" href="${url.resourcesPath}/img/mark.svg" type="image/svg+xml">
  <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}?v=${properties.version!}">
  </#list>
  <#-- what follows is Keycloak's own: it keeps several windows of one sign-in in step -->
  <script type="importmap">
    { "imports": { "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js" } }
  </script>
  <#if scripts??>
    <#list scripts as script>
  <script src="${script}" type="text/javascript"></script>
    </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};

    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};

    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
</head>
<body data-page-id="login-${pageId}">
<a class="skip" href="#main">${msg("frameSkip")}</a>
<header class="masthead"><div class="wrap">
  <a class="brand"<#if portal?has_content> href="${portal}/"</#if>>
    <svg viewBox="0 0 40 24" aria-hidden="true" focusable="false"><path d="M3 5v14M37 5v14M3 12h34"/><circle cx="23" cy="12" r="6.5"/></svg>
    <span>AI Mass<small>${msg("frameTagline")}</small></span>
  </a>
  <#if portal?has_content>
  <details class="menu">
    <summary>${msg("frameMenu")}</summary>
    <nav class="mainnav" aria-label="${msg("navMain")}">
      <a href="${portal}/">${msg("navRegister")}</a>
      <a href="${portal}/my-data">${msg("navMyData")}</a>
      <a href="${portal}/method">${msg("navMethod")}</a>
    </nav>
  </details>
  </#if>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
  <div class="tools">
    <#list locale.supported?filter(l -> l.languageTag != locale.currentLanguageTag) as other>
    <a class="lang" href="${other.url}" lang="${other.languageTag}" hreflang="${other.languageTag}">${other.label}</a>
    </#list>
  </div>
  </#if>
</div></header>
<main id="main"><div class="wrap">
  <#if portal?has_content>
  <nav class="crumbs" aria-label="${msg("frameHere")}"><ol><li><a class="plain-link" href="${portal}/">${msg("navRegister")}</a></li><li aria-current="page">${heading?no_esc}</li></ol></nav>
  </#if>
  <h1 id="kc-page-title">${heading?no_esc}</h1>
  <#if lead != "lead." + pageId>
  <p class="lead">${lead}</p>
  </#if>
  <#-- a warning that one has to do what one has just asked for says nothing -->
  <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
  <div class="note note-${{'error': 'error', 'warning': 'warn', 'success': 'ok'}[message.type]!'info'}"<#if wrong> role="alert"</#if>>
    <p class="kc-feedback-text">${message.summary}</p>
  </div>
  </#if>
  <div class="doors">
    <div class="door">
      <#if displayRequiredFields>
      <p class="hint">* ${msg("requiredFields")}</p>
      </#if>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
      <p class="attempted"><span class="strong" id="kc-attempted-username">${auth.attemptedUsername}</span> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
      </#if>
      <#nested "form">
      <#if auth?has_content && auth.showTryAnotherWayLink()>
      <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
        <input type="hidden" name="tryAnotherWay" value="on">
        <p class="gap-small"><button class="linkish" id="try-another-way" type="submit">${msg("doTryAnotherWay")}</button></p>
      </form>
      </#if>
      <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
      <form id="kc-switch-organization-form" action="${url.loginAction}" method="post">
        <input type="hidden" name="switchOrganization" value="true">
        <p class="gap-small"><button class="linkish" id="switch-organization" type="submit">${msg("doSwitchOrganization")}</button></p>
      </form>
      </#if>
      <#if displayInfo>
      <div id="kc-info"><#nested "info"></div>
      </#if>
    </div>
    <#if others?has_content>
    <div class="door">${others?no_esc}</div>
    </#if>
  </div>
</div></main>
<footer class="footer"><div class="wrap">
  <div><h2>AI Mass</h2><p>${msg("footerWhat")}</p></div>
  <#if portal?has_content>
  <div>
    <h2>${msg("footerUse")}</h2>
    <ul>
      <li><a href="${portal}/">${msg("navRegister")}</a></li>
      <li><a href="${portal}/my-data">${msg("navMyData")}</a></li>
      <li><a href="${portal}/method">${msg("navMethod")}</a></li>
    </ul>
  </div>
  </#if>
</div></footer>
</body>
</html>
</#macro>
