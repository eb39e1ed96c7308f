import { op } from '../kernel/op.ts';
import { Gone } from '../kernel/record.ts';
import {
  ApiKey,
  ApiKeyFilter,
  ApiKeyPage,
  ApiKeyVersion,
  ApiKeyWithSecret,
  NewApiKey,
  RenewApiKey,
} from './api-key.ts';
import {
  AcceptInvitation,
  ClientInvitationFilter,
  GivenToken,
  Invitation,
  InvitationOffer,
  InvitationPage,
  InviteClientUser,
  InviteStaff,
  OneClientInvitation,
  OneInvitation,
  StaffInvitationFilter,
} from './invitation.ts';
import {
  ClientUser,
  ClientUserChange,
  ClientUserFilter,
  ClientUserPage,
  ClientUserVersion,
  StaffChange,
  StaffFilter,
  StaffMember,
  StaffPage,
  StaffVersion,
} from './member.ts';
import { OneClientUser, OneStaff } from './membership.ts';
import { Brand, Msp, MspChange, NewMsp, PortalAddress } from './msp.ts';
import {
  ForgotPassword,
  PasswordChange,
  Profile,
  ProfileChange,
  RecoveryCodes,
  ResetPassword,
  StartTotp,
  TotpSeed,
} from './profile.ts';
import {
  Ended,
  GiveCode,
  OneSession,
  OwnSessions,
  Proof,
  SessionInfo,
  SessionTimes,
  SignIn,
  SwitchMembership,
} from './session.ts';

/** MSPs, logins, sessions, second factors, invitations, API keys, staff and client users. */
export const identityApi = {
  signUp: op('public', 'POST', '/msps').input(NewMsp).output(SessionInfo),
  brand: op('public', 'GET', '/portal/{mspSlug}/brand').input(PortalAddress).output(Brand),
  msp: op('msp:read', 'GET', '/msp').output(Msp),
  editMsp: op('msp:write', 'PATCH', '/msp').input(MspChange).output(Msp),

  signIn: op('public', 'POST', '/sign-in').input(SignIn).output(SessionInfo),
  signOut: op('public', 'POST', '/sign-out').output(Gone),
  session: op('half-signed-in', 'GET', '/session').output(SessionInfo),
  giveSecondFactor: op('half-signed-in', 'POST', '/session/second-factor').input(GiveCode).output(SessionInfo),
  touchSession: op('signed-in', 'POST', '/session/touch').output(SessionTimes),
  switchMembership: op('signed-in', 'POST', '/session/switch').input(SwitchMembership).output(SessionInfo),
  stepUp: op('signed-in', 'POST', '/session/step-up').input(Proof).output(Gone),

  forgotPassword: op('public', 'POST', '/password/forgot').input(ForgotPassword).output(Gone),
  resetPassword: op('public', 'POST', '/password/reset').input(ResetPassword).output(Gone),
  changePassword: op('signed-in', 'POST', '/me/password').input(PasswordChange).output(SessionInfo),

  confirmAddress: op('public', 'POST', '/address/confirm').input(GivenToken).output(Gone),
  sendConfirmation: op('signed-in', 'POST', '/me/send-confirmation').output(Gone),

  profile: op('signed-in', 'GET', '/me').output(Profile),
  editProfile: op('signed-in', 'PATCH', '/me').input(ProfileChange).output(Profile),
  startTotp: op('half-signed-in', 'POST', '/me/totp').input(StartTotp).output(TotpSeed),
  confirmTotp: op('half-signed-in', 'POST', '/me/totp/confirm').input(GiveCode).output(RecoveryCodes),
  disableTotp: op('signed-in', 'POST', '/me/totp/disable').input(Proof).output(SessionInfo),
  renewRecoveryCodes: op('signed-in', 'POST', '/me/recovery-codes').input(Proof).output(RecoveryCodes),
  ownSessions: op('signed-in', 'GET', '/me/sessions').output(OwnSessions),
  endOwnSession: op('signed-in', 'DELETE', '/me/sessions/{sessionId}').input(OneSession).output(Ended),
  endOtherSessions: op('signed-in', 'POST', '/me/sessions/end-others').output(Ended),

  lookAtInvitation: op('public', 'POST', '/invitations/look').input(GivenToken).output(InvitationOffer),
  askInvitationAgain: op('public', 'POST', '/invitations/ask-again').input(GivenToken).output(Gone),
  acceptInvitation: op('public', 'POST', '/invitations/accept').input(AcceptInvitation).output(SessionInfo),
  joinByInvitation: op('signed-in', 'POST', '/invitations/join').input(GivenToken).output(SessionInfo),

  listStaff: op('staff:read', 'GET', '/staff').input(StaffFilter).output(StaffPage),
  getStaff: op('staff:read', 'GET', '/staff/{userId}').input(OneStaff).output(StaffMember),
  editStaff: op('staff:manage', 'PATCH', '/staff/{userId}').input(StaffChange).output(StaffMember),
  deactivateStaff: op('staff:manage', 'POST', '/staff/{userId}/deactivate').input(StaffVersion).output(StaffMember),
  reactivateStaff: op('staff:manage', 'POST', '/staff/{userId}/reactivate').input(StaffVersion).output(StaffMember),
  endStaffSessions: op('staff:manage', 'POST', '/staff/{userId}/end-sessions').input(OneStaff).output(Ended),
  inviteStaff: op('staff:manage', 'POST', '/staff-invitations').input(InviteStaff).output(Invitation),
  listStaffInvitations: op('staff:manage', 'GET', '/staff-invitations')
    .input(StaffInvitationFilter)
    .output(InvitationPage),
  resendStaffInvitation: op('staff:manage', 'POST', '/staff-invitations/{invitationId}/resend')
    .input(OneInvitation)
    .output(Invitation),
  revokeStaffInvitation: op('staff:manage', 'POST', '/staff-invitations/{invitationId}/revoke')
    .input(OneInvitation)
    .output(Invitation),

  listKeys: op('keys:manage', 'GET', '/api-keys').input(ApiKeyFilter).output(ApiKeyPage),
  createKey: op('keys:manage', 'POST', '/api-keys').input(NewApiKey).output(ApiKeyWithSecret),
  renewKey: op('keys:manage', 'POST', '/api-keys/{keyId}/renew').input(RenewApiKey).output(ApiKeyWithSecret),
  revokeKey: op('keys:manage', 'POST', '/api-keys/{keyId}/revoke').input(ApiKeyVersion).output(ApiKey),

  listClientUsers: op('people:read', 'GET', '/companies/{companyId}/users')
    .input(ClientUserFilter)
    .output(ClientUserPage),
  editClientUser: op('people:manage', 'PATCH', '/companies/{companyId}/users/{userId}')
    .input(ClientUserChange)
    .output(ClientUser),
  deactivateClientUser: op('people:manage', 'POST', '/companies/{companyId}/users/{userId}/deactivate')
    .input(ClientUserVersion)
    .output(ClientUser),
  reactivateClientUser: op('people:manage', 'POST', '/companies/{companyId}/users/{userId}/reactivate')
    .input(ClientUserVersion)
    .output(ClientUser),
  endClientUserSessions: op('people:manage', 'POST', '/companies/{companyId}/users/{userId}/end-sessions')
    .input(OneClientUser)
    .output(Ended),
  inviteClientUser: op('people:manage', 'POST', '/companies/{companyId}/user-invitations')
    .input(InviteClientUser)
    .output(Invitation),
  listClientInvitations: op('people:manage', 'GET', '/companies/{companyId}/user-invitations')
    .input(ClientInvitationFilter)
    .output(InvitationPage),
  resendClientInvitation: op('people:manage', 'POST', '/companies/{companyId}/user-invitations/{invitationId}/resend')
    .input(OneClientInvitation)
    .output(Invitation),
  revokeClientInvitation: op('people:manage', 'POST', '/companies/{companyId}/user-invitations/{invitationId}/revoke')
    .input(OneClientInvitation)
    .output(Invitation),
};
